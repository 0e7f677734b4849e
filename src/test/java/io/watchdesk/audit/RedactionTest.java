package io.watchdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person is taken out of the audit log, and whoever changes anything else is still found. */
class RedactionTest extends ProcessSpecification {

    private static final int TAMPERED = 1000;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private AuditWatch watch;

    @Autowired
    private Redactions redactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ConfigurableApplicationContext context;

    private final String person = "canary-" + UUID.randomUUID().toString().substring(0, 8);
    private final String subject = "C-" + UUID.randomUUID();
    private final String record = "DR-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_person_is_taken_out_of_every_entry_and_the_chain_still_verifies() {
        entriesOfThePerson();
        String headBefore = entries.head().sequence() + ":" + entries.head().hash();

        int redacted = redact(person, "erased-1", record);

        assertThat(redacted).isEqualTo(3);
        assertThat(redactions.containing(List.of(person))).isEmpty();
        assertThat(entries.about(subject, 10))
                .extracting(AuditEntry::actor, AuditEntry::after)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("erased-1", "{\"verdict\":\"approved\"}"),
                        org.assertj.core.groups.Tuple.tuple(
                                "system", "{\"editors\":[\"erased-1\",\"wei\"],\"note\":\"asked by erased-1\"}"));
        AuditVerification.Finding finding = verification.verify(headBefore);
        assertThat(finding.intact()).as(finding.sentence()).isTrue();
        assertThat(finding.sentence()).contains("without a person who was erased");
    }

    @Test
    void two_people_of_one_entry_are_erased_one_after_the_other() {
        entriesOfThePerson();
        String other = "other-" + person;
        audit.record("test.shared", subject, Map.of("from", person, "to", other), null);

        redact(other, "erased-2", record);
        redact(person, "erased-1", record + "b");

        assertThat(redactions.containing(List.of(person))).isEmpty();
        AuditVerification.Finding finding = verification.verify();
        assertThat(finding.intact()).as(finding.sentence()).isTrue();
    }

    @Test
    void a_redaction_that_no_record_accounts_for_is_refused_by_the_database() {
        entriesOfThePerson();

        assertThatThrownBy(
                        () -> database.sql("update audit_entry set actor = 'nobody', salt = 'x', redacted_by = 'DR-0'"
                                        + " where subject = ?")
                                .param(subject)
                                .update())
                .hasStackTraceContaining("The audit log is append only");
        assertThatThrownBy(() -> database.sql("update audit_redaction set commitment = 'x'")
                        .update())
                .satisfies(failure -> {
                    if (database.sql("select count(*) from audit_redaction")
                                    .query(Long.class)
                                    .single()
                            > 0) {
                        assertThat(failure).hasStackTraceContaining("The audit log is append only");
                    }
                });
    }

    @Test
    void every_one_of_a_thousand_altered_entries_is_named_redacted_ones_too() {
        for (int i = 0; i < 120; i++) {
            audit.record("test.step", subject, i, Map.of("by", i % 3 == 0 ? person : "wei"));
        }
        redact(person, "erased-1", record);
        long last = entries.head().sequence();
        long first = last - 120;
        shielded(false);
        try {
            Random random = new Random(20261122);
            List<String> missed = new ArrayList<>();
            for (int round = 0; round < TAMPERED; round++) {
                long victim = first + 1 + random.nextInt(120);
                String change = CHANGES.get(random.nextInt(CHANGES.size()));
                transaction.executeWithoutResult(status -> {
                    database.sql("update audit_entry set " + change + " where sequence = ?")
                            .param(victim)
                            .update();
                    if (!namesFirstBroken(first, victim)) {
                        missed.add(victim + " " + change);
                    }
                    status.setRollbackOnly();
                });
            }
            assertThat(missed).isEmpty();
        } finally {
            shielded(true);
        }
        assertThat(verification.verify().intact()).isTrue();
    }

    @Test
    void a_redaction_that_was_bent_together_with_its_row_is_named() {
        entriesOfThePerson();
        redact(person, "erased-1", record);
        AuditEntry victim = entries.about(subject, 10).get(0);
        shielded(false);
        try {
            transaction.executeWithoutResult(status -> {
                AuditEntry bent = victim.redacted(record, "max", victim.subject(), victim.before(), victim.after());
                entries.redact(bent);
                database.sql("update audit_redaction set commitment = ? where record_id = ? and sequence = ?")
                        .params(bent.commitmentToWords(), record, bent.sequence())
                        .update();
                assertThat(verification.verify().sentence())
                        .contains("BROKEN", "the chain does not vouch for the redaction " + record);
                status.setRollbackOnly();
            });
        } finally {
            shielded(true);
        }
    }

    @Test
    void the_daily_verification_tells_the_head_once_and_alarms_when_an_entry_was_altered() {
        List<AuditVerification.Finding> told = new ArrayList<>();
        ApplicationListener<PayloadApplicationEvent<AuditChecked>> ear =
                event -> told.add(event.getPayload().finding());
        context.addApplicationListener(ear);
        timePasses(Duration.ofDays(900 + new Random().nextInt(10_000)));
        audit.record("test.step", subject, null, null);
        long victim = entries.head().sequence();

        watch.look();
        watch.look();
        assertThat(watch.troubles()).isEmpty();
        timePasses(Duration.ofDays(3));
        assertThat(watch.troubles()).singleElement().asString().contains("last verified 72 hours ago");

        shielded(false);
        try {
            transaction.executeWithoutResult(status -> {
                database.sql("update audit_entry set actor = 'nobody' where sequence = ?")
                        .param(victim)
                        .update();
                watch.look();
                assertThat(watch.troubles())
                        .singleElement()
                        .asString()
                        .contains("BROKEN", "Entry %d was altered".formatted(victim));
                status.setRollbackOnly();
            });
        } finally {
            shielded(true);
            context.removeApplicationListener(ear);
        }
        assertThat(told).extracting(AuditVerification.Finding::intact).containsExactly(true, false);
        assertThat(told.get(0).entries()).isEqualTo(victim);
    }

    private static final List<String> CHANGES = List.of(
            "actor = 'nobody'",
            "subject = 'C-0'",
            "action = 'test.other'",
            "before_json = '99'",
            "after_json = null",
            "at = at + interval '1' second",
            "hash = 'ffff' || sequence",
            "salt = '00'",
            "previous_hash = '00'");

    /** Walks from the entry before, as the verification does, without paying for the whole chain each time. */
    private boolean namesFirstBroken(long from, long victim) {
        AuditVerification.Finding finding = verification.verifyAfter(from, null);
        return !finding.intact() && finding.sentence().contains("Entry " + victim);
    }

    private void entriesOfThePerson() {
        people.as(person, () -> {
            audit.record("review.approved", subject, null, Map.of("verdict", "approved"));
            return null;
        });
        audit.record(
                "content.saved",
                subject,
                null,
                new java.util.TreeMap<>(Map.of("editors", List.of(person, "wei"), "note", "asked by " + person)));
        audit.record("people.changed", person, null, 1);
    }

    private int redact(String whom, String pseudonym, String under) {
        UnaryOperator<String> without = text -> text.replace(whom, pseudonym);
        Integer redacted = transaction.execute(status -> redactions.redact(under, List.of(whom), without));
        return redacted == null ? 0 : redacted;
    }

    private void shielded(boolean on) {
        boolean postgresql = TestDatabase.chosen().equals("postgresql");
        for (String table : List.of("audit_entry", "audit_redaction")) {
            String create = "create trigger %s_append_only before update, delete on %s for each row call"
                    + " 'io.watchdesk.audit.AppendOnlyTrigger'";
            database.sql(
                            postgresql
                                    ? "alter table %s %s trigger user".formatted(table, on ? "enable" : "disable")
                                    : (on ? create : "drop trigger %s_append_only").formatted(table, table))
                    .update();
        }
    }
}
