package io.watchdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.watchdesk.audit.AuditVerification.Finding;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with the database's password bends the log; each time the first broken entry is named. */
@ExtendWith(OutputCaptureExtension.class)
class AuditVerificationTest extends ProcessSpecification {

    /** More of them on demand, each of which walks the whole log. */
    private static final int TAMPERINGS = Integer.getInteger("watchdesk.test.tamperings", 100);

    private static final List<String> TAMPERING_STATEMENTS = Stream.concat(
                    Stream.of(
                            "delete from audit_entry where sequence = ?",
                            "update audit_entry set sequence = -sequence where sequence = ?",
                            "update audit_entry set at = at + interval '0.001' second where sequence = ?",
                            "update audit_entry set redacted_by = 'D-0' where sequence = ?",
                            changed("before_json", "before_json || ' '"),
                            changed("after_json", "after_json || ' '")),
                    Stream.of("actor", "action", "subject", "previous_hash", "hash", "salt", "commitment")
                            .map(AuditVerificationTest::firstCharacter))
            .toList();

    private static final boolean POSTGRESQL = TestDatabase.chosen().equals("postgresql");

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private HikariDataSource dataSource;

    private final String subject = "C-" + UUID.randomUUID();
    private long last;

    @BeforeEach
    void five_entries_and_no_trigger_in_the_way() {
        for (int i = 1; i <= 5; i++) {
            audit.record("test.step", subject, i, i + 1);
        }
        last = entries.head().sequence();
        database.sql(
                        POSTGRESQL
                                ? "alter table audit_entry disable trigger user"
                                : "drop trigger audit_entry_append_only")
                .update();
    }

    @AfterEach
    void the_trigger_is_back() {
        database.sql(
                        POSTGRESQL
                                ? "alter table audit_entry enable trigger user"
                                : "create trigger audit_entry_append_only before update, delete on audit_entry for each"
                                        + " row call 'io.watchdesk.audit.AppendOnlyTrigger'")
                .update();
        assertThat(verification.verify().intact()).isTrue();
    }

    @Test
    void an_untouched_log_is_intact_and_tells_its_head() {
        Finding finding = verification.verify();

        assertThat(finding.intact()).isTrue();
        assertThat(finding.entries()).isEqualTo(last);
        assertThat(finding.sentence())
                // Entries that another story redacted are counted behind it.
                .startsWith("The audit log is intact: %d entries, head %d:%s."
                        .formatted(last, last, entries.head().hash()));
    }

    @Test
    void an_altered_entry_is_named() {
        Finding finding = after("update audit_entry set after_json = '99' where sequence = ?", last - 2);

        assertThat(finding.intact()).isFalse();
        assertThat(finding.sentence())
                .contains("BROKEN", "Entry %d was altered".formatted(last - 2), "test.step by system on " + subject);
    }

    @Test
    void the_least_change_of_whatever_an_entry_chosen_by_chance_says_is_found() {
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        for (int number = 0; number < TAMPERINGS; number++) {
            long sequence = 1 + chance.nextLong(last);
            String tampering = TAMPERING_STATEMENTS.get(number % TAMPERING_STATEMENTS.size());

            assertThat(after(tampering, sequence).intact())
                    .as("seed %d, tampering %d with entry %d: %s", seed, number, sequence, tampering)
                    .isFalse();
        }
    }

    @Test
    void an_altered_entry_with_a_fitting_hash_is_found_at_its_successor() {
        AuditEntry entry = entries.after(last - 3, 1).get(0);
        AuditEntry forged = AuditEntry.chained(
                entry.sequence(),
                entry.at(),
                "somebody-else",
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.previousHash());

        Finding finding = after(
                "update audit_entry set actor = 'somebody-else', hash = ?, salt = ?, commitment = ? where sequence = ?",
                forged.hash(),
                forged.salt(),
                forged.commitment(),
                entry.sequence());

        assertThat(finding.intact()).isFalse();
        assertThat(finding.sentence()).contains("Entry %d does not follow".formatted(entry.sequence() + 1));
    }

    @Test
    void a_deleted_entry_is_named() {
        Finding finding = after("delete from audit_entry where sequence = ?", last - 2);

        assertThat(finding.sentence()).contains("Entry %d is missing".formatted(last - 2));
        assertThat(finding.entries()).isEqualTo(last - 3);
    }

    @Test
    void a_cut_end_is_named() {
        Finding finding = after("delete from audit_entry where sequence > ?", last - 2);

        assertThat(finding.sentence())
                .contains(
                        "Entry %d is missing".formatted(last - 1),
                        "the head says there are %d entries".formatted(last));
    }

    @Test
    void an_entry_inserted_behind_the_end_is_named() {
        AuditEntry end = entries.after(last - 1, 1).get(0);
        AtomicReference<Finding> finding = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            entries.append(
                    AuditEntry.chained(last + 1, end.at(), "max", "test.forged", subject, null, null, end.hash()));
            finding.set(verification.verify());
            status.setRollbackOnly();
        });

        assertThat(finding.get().sentence()).contains("Entry %d was inserted".formatted(last + 1));
    }

    @Test
    void a_head_moved_back_with_the_entries_is_found_with_a_noted_head() {
        AuditEntry kept = entries.after(last - 3, 1).get(0);
        String noted = last + ":" + entries.head().hash();
        AtomicReference<Finding> finding = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            database.sql("delete from audit_entry where sequence > ?")
                    .param(kept.sequence())
                    .update();
            entries.moveHead(new AuditEntries.Head(kept.sequence(), kept.hash()));
            assertThat(verification.verify().intact()).isTrue();
            finding.set(verification.verify(noted));
            status.setRollbackOnly();
        });

        assertThat(finding.get().sentence()).contains("entry %d was noted".formatted(last));
        assertThat(verification.verify(noted).intact()).isTrue();
    }

    @Test
    void a_noted_head_that_is_none_is_refused() {
        assertThatThrownBy(() -> verification.verify("yesterday")).hasMessageContaining("is not a noted head");
    }

    @Test
    void a_changed_head_is_named() {
        Finding finding = after("update audit_head set hash = ?", "f".repeat(64));

        assertThat(finding.sentence()).contains("Entry %d is not the one that the head names".formatted(last));
    }

    @Test
    void the_command_answers_with_a_sentence_and_an_exit_code(CapturedOutput output) {
        assertThat(VerifyAudit.asked("--server.port=1", "--watchdesk.verify-audit"))
                .isTrue();
        assertThat(VerifyAudit.asked("--server.port=1")).isFalse();

        assertThat(command("--watchdesk.verify-audit")).isEqualTo(VerifyAudit.INTACT);
        assertThat(output).contains("The audit log is intact: %d entries".formatted(last));

        database.sql("update audit_entry set actor = 'nobody' where sequence = ?")
                .param(last)
                .update();
        assertThat(command("--watchdesk.verify-audit")).isEqualTo(VerifyAudit.BROKEN);
        assertThat(output).contains("Entry %d was altered".formatted(last));
        database.sql("update audit_entry set actor = 'system' where sequence = ?")
                .param(last)
                .update();

        assertThat(command("--watchdesk.verify-audit=%d:%s".formatted(last, "0".repeat(64))))
                .isEqualTo(VerifyAudit.BROKEN);
        assertThat(command("--watchdesk.verify-audit=yesterday")).isEqualTo(VerifyAudit.UNREADABLE);
        assertThat(VerifyAudit.run("--watchdesk.verify-audit", "--spring.datasource.url=jdbc:h2:mem:empty"))
                .isEqualTo(VerifyAudit.UNREADABLE);
        assertThat(output).contains("There is no audit log in this database");
        assertThat(VerifyAudit.run("--watchdesk.verify-audit", "--watchdesk.no-such-setting=1"))
                .isEqualTo(VerifyAudit.UNREADABLE);
    }

    private static String firstCharacter(String column) {
        return changed(
                column,
                "case when substring(%1$s from 1 for 1) = '0' then '1' else '0' end || substring(%1$s from 2)"
                        .formatted(column));
    }

    private static String changed(String column, String value) {
        return "update audit_entry set %1$s = coalesce(%2$s, '0') where sequence = ?".formatted(column, value);
    }

    /** The finding while a change of one tampering statement is there; the change is taken back. */
    private Finding after(String tampering, Object... values) {
        AtomicReference<Finding> finding = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            database.sql(tampering).params(values).update();
            finding.set(verification.verify());
            status.setRollbackOnly();
        });
        return finding.get();
    }

    private int command(String argument) {
        return VerifyAudit.run(
                argument,
                "--spring.datasource.url=" + dataSource.getJdbcUrl(),
                "--spring.datasource.username=" + dataSource.getUsername(),
                "--spring.datasource.password=" + dataSource.getPassword());
    }
}
