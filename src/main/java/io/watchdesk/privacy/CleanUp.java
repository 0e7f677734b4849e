package io.watchdesk.privacy;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.privacy.DestructionRecords.Destruction;
import io.watchdesk.privacy.RetentionRules.Part;
import io.watchdesk.privacy.RetentionRules.Rule;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys what is past its period, once a night and in small transactions; each stands or falls with all that hangs on its
 * rows, so that a crash leaves nothing half. What was destroyed is recorded without saying what it was.
 */
@Component
public class CleanUp {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);
    private static final int AT_ONCE = 100;
    private static final int LONGEST_PROBLEM = 1000;

    private final JdbcClient jdbc;
    private final Permits permits;
    private final DestructionRecords records;
    private final CleanUpRuns runs;
    private final RetentionSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RetentionRules rules = RetentionRules.read();

    CleanUp(
            JdbcClient jdbc,
            Permits permits,
            DestructionRecords records,
            CleanUpRuns runs,
            RetentionSettings settings,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.permits = permits;
        this.records = records;
        this.runs = runs;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Runs if the run of this day is due and nobody else has begun it. */
    void look() {
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean early = now.atOffset(ZoneOffset.UTC).toLocalTime().isBefore(settings.cleanUpAt());
        if (early || runs.isDone(today.toEpochDay()) || !runs.claim(today.toEpochDay(), now)) {
            return;
        }
        try {
            Map<String, Long> counts = run();
            runs.done(today.toEpochDay(), clock.instant(), records.write(counts));
        } catch (RuntimeException failure) {
            LOG.error("The clean-up stopped; it is tried again.", failure);
            String said = String.valueOf(failure.getMessage());
            runs.failed(today.toEpochDay(), said.substring(0, Math.min(LONGEST_PROBLEM, said.length())));
        }
    }

    /** Destroys everything that is past its period now; the answer is how many rows of which table. */
    public Map<String, Long> run() {
        Map<String, Long> counts = new TreeMap<>();
        String record = records.nextId();
        for (Rule rule : rules.rules()) {
            Instant before = before(settings.periods().get(rule.kind()));
            int some;
            do {
                Integer done = transaction.execute(status -> destroySome(rule, before, record, counts));
                some = done == null ? 0 : done;
            } while (some == AT_ONCE);
        }
        if (!counts.isEmpty()) {
            transaction.executeWithoutResult(status -> write(record, counts));
            LOG.info("Past their periods and destroyed ({}): {}", record, counts);
        }
        return counts;
    }

    private Instant before(Period period) {
        return clock.instant().atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    private int destroySome(Rule rule, Instant before, String record, Map<String, Long> counts) {
        Timestamp limit = Timestamp.from(before);
        List<Object> ids = jdbc.sql(
                        "select distinct r.%s as found from %s r where %s order by found fetch first %d rows only"
                                .formatted(rule.key(), rule.root(), rule.past(), AT_ONCE))
                .param("before", limit)
                .query((row, number) -> row.getObject(1))
                .list();
        if (ids.isEmpty()) {
            return 0;
        }
        permits.with(rule.permit(), ids.stream().map(Object::toString).toList(), record, () -> {
            for (Part part : rule.parts()) {
                count(counts, part.table(), delete(part.table(), part.where(), ids, limit));
            }
            String itself = rule.key() + " in (:ids)" + (rule.itself() == null ? "" : " and " + rule.itself());
            count(counts, rule.root(), delete(rule.root(), itself, ids, limit));
        });
        return ids.size();
    }

    private long delete(String table, String where, List<Object> ids, Timestamp limit) {
        return jdbc.sql("delete from %s where %s".formatted(table, where))
                .param("ids", ids)
                .param("before", limit)
                .update();
    }

    private static void count(Map<String, Long> counts, String table, long rows) {
        if (rows > 0) {
            counts.merge(table, rows, Long::sum);
        }
    }

    private void write(String record, Map<String, Long> counts) {
        records.add(new Destruction(
                record,
                "retention",
                null,
                "Their periods were over: " + new TreeMap<>(settings.periods()),
                null,
                null,
                People.SYSTEM,
                clock.instant(),
                counts));
        audit.record("privacy.expiredDestroyed", record, null, counts);
    }
}
