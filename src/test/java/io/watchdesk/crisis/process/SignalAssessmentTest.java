package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Refused;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.Signals.NewSignal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignalAssessmentTest extends CrisisWorld {

    private static final String RATE = "ServiceTask_RateSignal";
    private static final String ASSESS = "UserTask_AssessSignal";

    @Autowired
    Signals signals;

    @Test
    void a_grave_signal_opens_a_crisis_that_holds_at_once() {
        ProcessInstance signal = received(Map.of("harm", "safetyOrLaw"));

        jobRuns(RATE);

        passed(signal, "ServiceTask_DeclareCrisis", "EndEvent_CrisisDeclared");
        Crisis crisis = crises.open("newsroom", topic).orElseThrow();
        assertThat(crisis.level()).isEqualTo(Level.RED);
        assertThat(crisis.firstSighted()).isEqualTo(START.minus(Duration.ofMinutes(3)));
        assertThat(crisis.reasons().get(0)).contains("safety");
        assertThat(holdsOf(crisis.id())).hasSize(2);
        assertThat(signals.get(signal.getBusinessKey()).state()).isEqualTo(Signal.State.IN_CRISIS);
        assertThat(signals.get(signal.getBusinessKey()).crisisId()).isEqualTo(crisis.id());
    }

    @Test
    void a_second_signal_joins_and_can_raise_the_level() {
        Crisis crisis = declared(Level.YELLOW);
        ProcessInstance signal = received(Map.of("legal", "investigation"));

        jobRuns(RATE);

        passed(signal, "ServiceTask_JoinCrisis", "EndEvent_CrisisJoined");
        passed(responseOf(crisis.id()), "ServiceTask_RateJoinedSignal", "ServiceTask_RecomputeDeadlines");
        assertThat(crises.get(crisis.id()).level()).isEqualTo(Level.RED);
        assertThat(holdsOf(crisis.id())).as("a higher level holds").hasSize(2);
        assertThat(signals.ofCrisis(crisis.id())).hasSize(1);
    }

    @Test
    void what_nobody_assesses_in_time_counts_one_level_higher_until_it_is_a_crisis() {
        ProcessInstance signal = received(harmless());
        jobRuns(RATE);
        assertThat(task(ASSESS).getName()).contains("(blue)").contains("Brakes");

        timerFires("TimerEvent_AssessmentOverdue");
        passed(signal, "ServiceTask_RaiseLevel", "Gateway_LevelGrave");
        assertThat(task(ASSESS).getName()).contains("(yellow)");
        assertThat(crises.open("newsroom", topic)).isEmpty();

        timerFires("TimerEvent_AssessmentOverdue");
        passed(signal, "EndEvent_CrisisDeclared");
        Crisis crisis = crises.open("newsroom", topic).orElseThrow();
        assertThat(crisis.level()).isEqualTo(Level.ORANGE);
        assertThat(crisis.reasons().get(0)).contains("Nobody assessed it in time");
    }

    @Test
    void a_person_opens_a_crisis() {
        ProcessInstance signal = assessing();

        refused("crisis", "assessmentReason", "The shop confirms it.");
        completes(
                "olga",
                ASSESS,
                Map.of(
                        "assessmentVerdict",
                        "crisis",
                        "assessedLevel",
                        "orange",
                        "assessmentReason",
                        "The shop confirms it."));

        passed(signal, "EndEvent_CrisisDeclared");
        Crisis crisis = crises.open("newsroom", topic).orElseThrow();
        assertThat(crisis.level()).isEqualTo(Level.ORANGE);
        assertThat(crisis.reasons().get(0)).isEqualTo("The shop confirms it.");
    }

    @Test
    void a_person_dismisses_with_a_reason() {
        ProcessInstance signal = assessing();

        refused("dismissed");
        completes("olga", ASSESS, Map.of("assessmentVerdict", "dismissed", "assessmentReason", "An old picture."));

        passed(signal, "EndEvent_SignalDismissed");
        assertThat(signals.get(signal.getBusinessKey()).state()).isEqualTo(Signal.State.DISMISSED);
    }

    @Test
    void a_snoozed_signal_comes_back_and_never_sleeps_without_an_end() {
        ProcessInstance signal = assessing();

        refused("snoozed", "assessmentReason", "Wait for the shop.");
        refused(
                "snoozed",
                "assessmentReason",
                "Wait.",
                "snoozeUntil",
                START.minusSeconds(1).toString());
        refused(
                "snoozed",
                "assessmentReason",
                "Wait.",
                "snoozeUntil",
                START.plus(Duration.ofDays(30)).toString());
        completes(
                "olga",
                ASSESS,
                Map.of(
                        "assessmentVerdict",
                        "snoozed",
                        "assessmentReason",
                        "Wait for the shop.",
                        "snoozeUntil",
                        START.plus(Duration.ofHours(2)).toString()));
        assertThat(signals.get(signal.getBusinessKey()).state()).isEqualTo(Signal.State.SNOOZED);

        timerFires("TimerEvent_SnoozeOver");
        jobRuns(RATE);
        assertThat(task(ASSESS).getDueDate()).isAfter(java.util.Date.from(START.plus(Duration.ofHours(2))));
        assertThat(signals.get(signal.getBusinessKey()).state()).isEqualTo(Signal.State.ASSESSING);
    }

    @Test
    void signals_that_wait_join_the_crisis_that_another_one_opens() {
        ProcessInstance waiting = assessing();

        Crisis crisis = declared(Level.ORANGE);

        passed(waiting, "MessageEvent_ScopeOpened", "EndEvent_CrisisJoined");
        assertThat(signals.get(waiting.getBusinessKey()).crisisId()).isEqualTo(crisis.id());
    }

    @Test
    void facts_that_cannot_be_read_are_unknown_and_noted() {
        Map<String, String> facts = harmless();
        facts.put("negativeShare", "very much");
        facts.put("carrier", "aliens");

        received(facts);
        jobRuns(RATE);

        assertThat(task(ASSESS).getName()).contains("(yellow)");
        completes(
                "olga",
                ASSESS,
                Map.of("assessmentVerdict", "crisis", "assessedLevel", "yellow", "assessmentReason", "Look closer."));
        assertThat(crises.open("newsroom", topic).orElseThrow().reasons())
                .anyMatch(reason -> reason.contains("very much") && reason.contains("negativeShare"))
                .anyMatch(reason -> reason.contains("aliens"));
    }

    @Test
    void many_signals_at_the_same_moment_open_one_crisis() throws Exception {
        int signalsAtOnce = 6;
        for (int i = 0; i < signalsAtOnce; i++) {
            received(Map.of("harm", "safetyOrLaw"));
        }
        List<Job> jobs = managementService.createJobQuery().activityId(RATE).list();
        CyclicBarrier together = new CyclicBarrier(signalsAtOnce);
        ExecutorService threads = Executors.newFixedThreadPool(signalsAtOnce);
        try {
            List<Future<Object>> runs = threads.invokeAll(IntStream.range(0, signalsAtOnce)
                    .mapToObj(i -> (Callable<Object>) () -> {
                        together.await();
                        managementService.executeJob(jobs.get(i).getId());
                        return null;
                    })
                    .toList());
            for (Future<Object> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }

        Crisis crisis = crises.open("newsroom", topic).orElseThrow();
        assertThat(crises.open().stream().filter(each -> topic.equals(each.topic())))
                .hasSize(1);
        assertThat(signals.ofCrisis(crisis.id())).hasSize(signalsAtOnce);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("crisis-response")
                        .processInstanceBusinessKey(crisis.id())
                        .count())
                .isOne();
    }

    private ProcessInstance assessing() {
        ProcessInstance signal = received(harmless());
        jobRuns(RATE);
        return signal;
    }

    private void refused(String verdict, String... more) {
        Map<String, Object> answers = new HashMap<>(Map.of("assessmentVerdict", verdict));
        for (int i = 0; i < more.length; i += 2) {
            answers.put(more[i], more[i + 1]);
        }
        assertThatThrownBy(() -> completes("olga", ASSESS, answers)).isInstanceOf(Refused.class);
    }

    private static Map<String, String> harmless() {
        return new HashMap<>(Map.of(
                "mentionsRatio", "1.2",
                "hotSearch", "no",
                "negativeShare", "12%",
                "carrier", "singleUsers",
                "platforms", "1",
                "harm", "taste",
                "accountState", "normal",
                "legal", "none",
                "cluster", "victim"));
    }

    private ProcessInstance received(Map<String, String> facts) {
        String id = signals.receive(new NewSignal(
                        "test",
                        UUID.randomUUID().toString(),
                        "newsroom",
                        topic,
                        "Brakes fail in the rain",
                        "A video shows it.",
                        null,
                        facts,
                        START.minus(Duration.ofMinutes(3))))
                .signalId();
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(SignalAssessmentModel.PROCESS)
                .processInstanceBusinessKey(id)
                .singleResult();
    }
}
