package io.watchdesk.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.signal.Signals.NewSignal;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was received stays received, and is assessed once, whatever happens in between. */
class AssessmentsTest extends ProcessSpecification {

    @Autowired
    private Signals signals;

    @Autowired
    private SignalTable table;

    @Autowired
    private Assessments assessments;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void a_signal_is_stored_and_its_assessment_started() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            String id = signals.receive(signal("a")).signalId();

            assertThat(id).matches("S-\\d{4,}");
            assertThat(signals.get(id)).returns(Signal.State.RECEIVED, Signal::state);
            assertThat(process.open(id)).isOne();
            assertThat(sweepLater()).isZero();
            assertThat(process.open(id)).isOne();
        }
    }

    @Test
    void what_could_not_be_started_is_stored_all_the_same_and_started_by_the_sweep() {
        String id;
        try (StandInAssessment broken = new StandInAssessment(repositoryService, runtimeService, true)) {
            id = signals.receive(signal("b")).signalId();
            assertThat(signals.get(id).title()).isEqualTo("b");
            assertThat(broken.open(id)).isZero();
            sweepLater();
            assertThat(broken.open(id)).isZero();
        }
        try (StandInAssessment mended = new StandInAssessment(repositoryService, runtimeService)) {
            sweepLater();
            assertThat(mended.open(id)).isOne();
            sweepLater();
            assertThat(mended.open(id)).isOne();
        }
    }

    @Test
    void what_was_stored_right_before_a_crash_is_started_by_the_sweep() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            String id = storedAndNothingElse();

            assessments.sweep();
            assertThat(process.open(id))
                    .as("whoever stored it may still be at work")
                    .isZero();
            sweepLater();
            assertThat(process.open(id)).isOne();
        }
    }

    @Test
    void several_sweeps_at_once_start_one_assessment() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            List<String> ids = IntStream.range(0, 5)
                    .mapToObj(each -> storedAndNothingElse())
                    .toList();
            timePasses(Duration.ofSeconds(6));

            together(4, assessments::sweep);

            assertThat(ids).allSatisfy(id -> assertThat(process.open(id)).isOne());
        }
    }

    @Test
    void the_same_event_at_the_same_moment_is_one_signal() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            NewSignal signal = signal("the same");
            List<Signals.Receipt> receipts = new java.util.concurrent.CopyOnWriteArrayList<>();

            together(12, () -> receipts.add(signals.receive(signal)));

            assertThat(receipts)
                    .extracting(Signals.Receipt::signalId)
                    .containsOnly(receipts.get(0).signalId());
            assertThat(receipts).filteredOn(receipt -> !receipt.known()).hasSize(1);
            assertThat(process.open(receipts.get(0).signalId())).isOne();
        }
    }

    @Test
    void a_signal_stays_stored_when_its_receiver_s_own_transaction_fails() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            NewSignal signal = signal("c");

            assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        signals.receive(signal);
                        throw new IllegalStateException("too late");
                    }))
                    .hasMessage("too late");

            String id = signals.find("test", signal.eventId()).orElseThrow();
            assertThat(process.open(id)).isOne();
        }
    }

    @Test
    void hostile_text_is_stored_as_well_as_it_can_be() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Map<String, String> facts = new java.util.HashMap<>(Map.of("harm", "nonsense\u0000"));
            facts.put("carrier", null);
            String id = signals.receive(new NewSignal(
                            "test",
                            "id\u0000 " + UUID.randomUUID() + "x".repeat(5000),
                            "nobody's",
                            "话".repeat(300),
                            "one\r\nline\u202E😀\uD83D" + "长".repeat(400),
                            "\uDC00\u0000" + "😀".repeat(600_000),
                            "javascript:alert(1)",
                            facts,
                            Instant.parse("0001-01-01T00:00:00Z")))
                    .signalId();

            Signal stored = signals.get(id);
            assertThat(stored.title()).startsWith("one line 😀\uFFFD长").doesNotContain("\n");
            assertThat(stored.text()).startsWith("\uFFFD\uFFFD😀").hasSizeLessThanOrEqualTo(1_000_000);
            assertThat(stored.account()).isNull();
            assertThat(stored.topic()).hasSize(200);
            assertThat(stored.facts()).isEqualTo(Map.of("harm", "nonsense", Signals.UNKNOWN_ACCOUNT, "nobody's"));
            assertThat(stored.occurredAt()).isAfterOrEqualTo(now);
            assertThat(process.open(id)).isOne();
        }
    }

    @Test
    void a_surge_is_written_into_the_facts_of_the_signals_that_are_part_of_it() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            String topic = "漏水 " + UUID.randomUUID();
            Instant now = clock.instant();
            for (int hour = 28 * 24; hour > 0; hour--) {
                twoStored(topic, now.minus(Duration.ofHours(hour)).minusSeconds(60));
            }

            List<Signal> surge = IntStream.range(0, 7)
                    .mapToObj(each ->
                            signals.get(signals.receive(about(topic, Map.of())).signalId()))
                    .toList();
            Signal own = signals.get(signals.receive(about(topic, Map.of("mentionsRatio", "9.5")))
                    .signalId());
            Signal elsewhere = signals.get(
                    signals.receive(about(topic + " elsewhere", Map.of())).signalId());

            assertThat(surge.subList(0, 5))
                    .allSatisfy(signal -> assertThat(signal.facts()).isEmpty());
            // Two an hour are usual, so six within the hour are three times as many.
            assertThat(surge.get(5).facts()).isEqualTo(Map.of("mentionsRatio", "3.0"));
            assertThat(surge.get(6).facts()).isEqualTo(Map.of("mentionsRatio", "3.5"));
            assertThat(own.facts()).isEqualTo(Map.of("mentionsRatio", "9.5"));
            assertThat(elsewhere.facts()).isEmpty();
            assertThat(process.open(own.id())).isOne();
        }
    }

    @Test
    void moving_a_signal_is_seen_by_its_crisis() {
        try (StandInAssessment process = new StandInAssessment(repositoryService, runtimeService)) {
            String id = signals.receive(signal("d")).signalId();
            String crisis = "CR-" + UUID.randomUUID().toString().substring(0, 8);

            signals.moveTo(id, Signal.State.IN_CRISIS, crisis);

            assertThat(signals.ofCrisis(crisis)).extracting(Signal::id).containsExactly(id);
            assertThat(signals.get(id)).returns(Signal.State.IN_CRISIS, Signal::state);
            assertThat(process.open(id)).isOne();
        }
    }

    private int sweepLater() {
        timePasses(Duration.ofSeconds(6));
        return assessments.sweep();
    }

    private String storedAndNothingElse() {
        String id = table.nextId();
        Instant now = clock.instant();
        table.add(
                new Signal(
                        id,
                        "test",
                        id,
                        null,
                        null,
                        "before the crash",
                        "",
                        null,
                        Map.of(),
                        now,
                        now,
                        Signal.State.RECEIVED,
                        null),
                null);
        return id;
    }

    private void twoStored(String topic, Instant at) {
        for (int each = 0; each < 2; each++) {
            String id = table.nextId();
            table.add(
                    new Signal(
                            id,
                            "test",
                            id,
                            "newsroom",
                            topic,
                            "Usual",
                            "",
                            null,
                            Map.of(),
                            at,
                            at,
                            Signal.State.DISMISSED,
                            null),
                    null);
            table.assessmentStarted(id, at);
        }
    }

    private static void together(int many, Runnable deed) {
        CompletableFuture.allOf(IntStream.range(0, many)
                        .mapToObj(each -> CompletableFuture.runAsync(deed, command -> new Thread(command).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static NewSignal signal(String title) {
        return new NewSignal("test", UUID.randomUUID().toString(), null, null, title, null, null, Map.of(), null);
    }

    private static NewSignal about(String topic, Map<String, String> facts) {
        return new NewSignal(
                "test", UUID.randomUUID().toString(), "newsroom", topic, "Leaking", null, null, facts, null);
    }
}
