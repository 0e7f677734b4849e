package io.watchdesk.desk.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the house is doing, as numbers for Prometheus: engine, content line, ladder, mails, and the Java machine. Every
 * question is asked anew at each scrape, each with one short query.
 */
@Component
public class HouseMetrics {

    private static final String OPEN_CRISIS = "state in ('OPEN', 'CLOSING') and mode = 'REAL'";

    /** Questions that are answered by one number. */
    private static final List<Single> SINGLES = List.of(
            new Single(
                    "watchdesk.jobs.due",
                    "Jobs of the engine that are due and may still be tried",
                    "select count(*) from act_ru_job where retries_ > 0 and coalesce(suspension_state_, 1) = 1"
                            + " and (duedate_ is null or duedate_ <= :now)"),
            new Single(
                    "watchdesk.jobs.exhausted",
                    "Jobs that were given up after their last retry; a person has to look",
                    "select count(*) from act_ru_job where retries_ = 0"),
            new Single(
                    "watchdesk.jobs.oldest.due.seconds",
                    "How long the oldest job that is due has been waiting",
                    "select min(coalesce(duedate_, create_time_)) from act_ru_job where retries_ > 0"
                            + " and coalesce(suspension_state_, 1) = 1 and coalesce(duedate_, create_time_) <= :now"),
            new Single("watchdesk.incidents", "Open incidents of the engine", "select count(*) from act_ru_incident"),
            new Single(
                    "watchdesk.publications.late",
                    "Publications that wait although their slot is over",
                    "select count(*) from publication where state in ('PLANNED', 'READY') and slot_at < :now"),
            new Single(
                    "watchdesk.holds",
                    "Holds that keep publications back",
                    "select count(*) from publication_hold where released_at is null"),
            new Single(
                    "watchdesk.reviews.late",
                    "Stages of reviews that are open although their time is over",
                    "select count(*) from review_stage s join review_round r on r.id = s.round_id where r.closed_at is null"
                            + " and s.opened_at is not null and s.verdict is null and s.due_at < :now"),
            new Single(
                    "watchdesk.crises.unacknowledged",
                    "Open crises that nobody has taken",
                    "select count(*) from crisis where holder is null and " + OPEN_CRISIS),
            new Single(
                    "watchdesk.crises.unacknowledged.seconds",
                    "How long the oldest open crisis that nobody has taken has been open",
                    "select min(opened_at) from crisis where holder is null and " + OPEN_CRISIS),
            new Single(
                    "watchdesk.mails.oldest.waiting.seconds",
                    "How long the oldest mail that has not left has been waiting",
                    "select min(created_at) from mail where state = 'waiting'"),
            new Single(
                    "watchdesk.audit.entries",
                    "Entries of the audit log; it only ever grows",
                    "select sequence from audit_head where id = 1"));

    /** Questions that are answered by a number for each value of a label. */
    private static final List<Many> MANY = List.of(
            new Many(
                    "watchdesk.instances",
                    "Running instances",
                    "process",
                    "select d.key_, count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                            + " where e.parent_id_ is null group by d.key_"),
            new Many(
                    "watchdesk.tasks.open",
                    "Tasks that wait for people",
                    "process",
                    "select d.key_, count(*) from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_"
                            + " group by d.key_"),
            new Many(
                    "watchdesk.tasks.overdue",
                    "Tasks that wait for people although their time is over",
                    "process",
                    "select d.key_, count(*) from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_"
                            + " where t.due_date_ < :now group by d.key_"),
            new Many(
                    "watchdesk.publications",
                    "Publications by state",
                    "state",
                    "select lower(state), count(*) from publication group by state"),
            new Many(
                    "watchdesk.crises.open",
                    "Open crises by level, drills left out",
                    "level",
                    "select lower(level), count(*) from crisis where " + OPEN_CRISIS + " group by level"),
            new Many(
                    "watchdesk.pages",
                    "Pages of open crises by state",
                    "state",
                    "select lower(p.state), count(*) from crisis_page p join crisis c on c.id = p.crisis_id"
                            + " where c.state in ('OPEN', 'CLOSING') group by p.state"),
            new Many(
                    "watchdesk.mails",
                    "Mails that are not sent, by state",
                    "state",
                    "select lower(state), count(*) from mail where state <> 'sent' group by state"));

    private final JdbcClient database;
    private final Clock clock;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Single, AtomicLong> singles = new LinkedHashMap<>();
    private final Map<Many, MultiGauge> many = new LinkedHashMap<>();

    HouseMetrics(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        SINGLES.forEach(single -> singles.put(single, gauge(single, registry)));
        MANY.forEach(each -> many.put(
                each, MultiGauge.builder(each.name).description(each.meaning).register(registry)));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        // Listens to the garbage collector for as long as this machine runs.
        new JvmGcMetrics().bindTo(registry);
    }

    /** All figures of now in the text format of Prometheus. */
    @Transactional(readOnly = true)
    public synchronized String scrape() {
        singles.forEach((single, value) -> value.set(ask(single)));
        many.forEach((each, gauge) -> gauge.register(rows(each), true));
        return registry.scrape();
    }

    private static AtomicLong gauge(Single single, MeterRegistry registry) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(single.name, value, AtomicLong::doubleValue)
                .description(single.meaning)
                .register(registry);
        return value;
    }

    private long ask(Single single) {
        JdbcClient.StatementSpec question = withNow(single.query);
        if (!single.name.endsWith(".seconds")) {
            return question.query(Long.class).single();
        }
        Timestamp oldest =
                question.query((row, number) -> row.getTimestamp(1)).optional().orElse(null);
        return oldest == null ? 0 : Math.max(0, (clock.millis() - oldest.getTime()) / 1000);
    }

    private List<MultiGauge.Row<?>> rows(Many each) {
        return withNow(each.query)
                .<MultiGauge.Row<?>>query((row, number) ->
                        MultiGauge.Row.of(Tags.of(each.label, String.valueOf(row.getString(1))), row.getLong(2)))
                .list();
    }

    private JdbcClient.StatementSpec withNow(String query) {
        JdbcClient.StatementSpec question = database.sql(query);
        return query.contains(":now") ? question.param("now", Timestamp.from(clock.instant())) : question;
    }

    private record Single(String name, String meaning, String query) {}

    private record Many(String name, String meaning, String label, String query) {}
}
