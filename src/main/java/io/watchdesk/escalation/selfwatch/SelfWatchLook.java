package io.watchdesk.escalation.selfwatch;

import io.watchdesk.escalation.selfwatch.Finding.Kind;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.platform.Watched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks with plain queries at the tables of the crises, of the outbox and of the engine: an engine that stands still cannot
 * tell that it does.
 */
@Component
class SelfWatchLook {

    private static final Logger LOG = LoggerFactory.getLogger(SelfWatchLook.class);

    /** Jobs of the processes on which a crisis depends. */
    private static final String CRISIS_JOB = "(j.process_def_key_ like 'crisis-%' or j.process_def_key_ ="
            + " 'signal-assessment') and coalesce(j.suspension_state_, 1) = 1";

    private final JdbcClient jdbc;
    private final OnCall onCall;
    private final SelfWatchSettings settings;
    private final Clock clock;
    private final List<Watched> others;

    SelfWatchLook(JdbcClient jdbc, OnCall onCall, SelfWatchSettings settings, Clock clock, List<Watched> others) {
        this.jdbc = jdbc;
        this.onCall = onCall;
        this.settings = settings;
        this.clock = clock;
        this.others = others;
    }

    /** Everything that is wrong now; a check that cannot be made is a finding itself. */
    List<Finding> findings() {
        Map<String, Supplier<List<Finding>>> checks = new LinkedHashMap<>();
        checks.put("crises", this::crisesAlone);
        checks.put("given-up jobs", this::jobsGivenUp);
        checks.put("incidents", this::incidents);
        checks.put("late jobs", this::jobsLate);
        checks.put("signals", this::signalsUnassessed);
        checks.put("mail", this::mailStuck);
        checks.put("on-call rotas", this::nobodyOnCall);
        others.stream()
                .filter(other -> !other.ofThisMachine())
                .forEach(other -> checks.put(nameOf(other), () -> findings(other)));
        List<Finding> findings = new ArrayList<>();
        checks.forEach((name, check) -> {
            try {
                findings.addAll(check.get());
            } catch (RuntimeException e) {
                LOG.error("The self-watch cannot check {}.", name, e);
                findings.add(Finding.of(
                        Kind.LOOK_FAILED, name, "The self-watch cannot check %s; see the log.".formatted(name)));
            }
        });
        return findings;
    }

    /** A crisis that nobody has is watched by a timer, or by nothing. */
    private List<Finding> crisesAlone() {
        return jdbc.sql("""
                        select c.id, c.title, c.holder from crisis c
                        where c.state in ('OPEN', 'CLOSING') and c.opened_at < ? and (
                            not exists (select 1 from act_ru_execution e
                                where e.business_key_ = c.id and e.proc_def_id_ like 'crisis-response:%')
                            or (not exists (select 1 from act_id_user u where u.id_ = c.holder)
                                and not exists (select 1 from act_ru_execution e
                                    join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
                                    join act_id_user u on u.id_ = t.assignee_
                                    where e.business_key_ = c.id)
                                and not exists (select 1 from act_ru_execution e
                                    join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
                                    where e.business_key_ = c.id and j.retries_ > 0
                                        and coalesce(j.duedate_, j.create_time_) > ?)))
                        order by c.id
                        """)
                .params(ago(settings.lateAfter()), local(clock.instant().minus(settings.lateAfter())))
                .query((row, number) -> Finding.of(
                        Kind.CRISIS_ALONE,
                        row.getString("id"),
                        "%s (%s) is open, and neither a person nor a timer looks after it."
                                .formatted(row.getString("title"), row.getString("id"))))
                .list();
    }

    /** Of every process: whatever stands still waits for somebody who does not know yet. */
    private List<Finding> jobsGivenUp() {
        return jdbc.sql("""
                        select coalesce(j.process_def_key_, j.handler_type_) as process, count(*) as jobs,
                            min(coalesce(j.process_instance_id_, j.id_)) as instance
                        from act_ru_job j where j.retries_ = 0 and coalesce(j.suspension_state_, 1) = 1
                        group by coalesce(j.process_def_key_, j.handler_type_)
                        """)
                .query((row, number) -> Finding.of(
                        Kind.JOB_GIVEN_UP,
                        row.getString("process"),
                        ("%s of %s: given up after the last repeat, for example in instance %s. See Cockpit, mend the"
                                        + " cause and increase the retries.")
                                .formatted(
                                        steps(row.getLong("jobs")),
                                        row.getString("process"),
                                        row.getString("instance"))))
                .list();
    }

    /** Incidents that no job tells of. */
    private List<Finding> incidents() {
        return jdbc.sql("""
                        select incident_type_ as kind, count(*) as incidents, min(proc_inst_id_) as instance
                        from act_ru_incident where incident_type_ <> 'failedJob' and id_ = root_cause_incident_id_
                        group by incident_type_
                        """)
                .query((row, number) -> Finding.of(
                        Kind.INCIDENT,
                        row.getString("kind"),
                        "%d incidents of the kind %s, for example in instance %s. See Cockpit."
                                .formatted(row.getLong("incidents"), row.getString("kind"), row.getString("instance"))))
                .list();
    }

    private List<Finding> jobsLate() {
        return jdbc.sql("""
                        select j.process_def_key_ as process, count(*) as jobs
                        from act_ru_job j
                        where j.retries_ > 0 and coalesce(j.duedate_, j.create_time_) < ? and %s
                        group by j.process_def_key_
                        """.formatted(CRISIS_JOB))
                .params(local(clock.instant().minus(settings.lateAfter())))
                .query((row, number) -> Finding.of(
                        Kind.JOB_LATE,
                        row.getString("process"),
                        "%s of %s: more than %s late. The job executor stands still or is overloaded."
                                .formatted(
                                        steps(row.getLong("jobs")),
                                        row.getString("process"),
                                        text(settings.lateAfter()))))
                .list();
    }

    /** Signals that were taken in, but whose assessment does not start. */
    private List<Finding> signalsUnassessed() {
        return jdbc.sql("""
                        select count(*) as signals, min(id) as first from signal
                        where assessment_started_at is null and received_at < ? having count(*) > 0
                        """)
                .param(ago(settings.lateAfter()))
                .query((row, number) -> Finding.of(
                        Kind.SIGNAL_UNASSESSED,
                        "signals",
                        ("Signals that nobody rates: %d, for example %s. They are stored, but signal-assessment cannot be"
                                        + " started; see the log.")
                                .formatted(row.getLong("signals"), row.getString("first"))))
                .list();
    }

    /** Failed mails count once nothing leaves any more: one address in trouble is no alarm. */
    private List<Finding> mailStuck() {
        OffsetDateTime since = ago(settings.mailLateAfter());
        long waiting = jdbc.sql("select count(*) from mail where state = 'waiting' and created_at < ?")
                .param(since)
                .query(Long.class)
                .single();
        long failed = jdbc.sql("""
                        select count(*) from mail where state = 'failed' and created_at < ?
                        and not exists (select 1 from mail sent where sent.sent_at > ?)
                        """).params(since, since).query(Long.class).single();
        if (waiting + failed == 0) {
            return List.of();
        }
        return List.of(Finding.of(
                Kind.MAIL_STUCK,
                "outbox",
                ("%d mails wait for more than %s, %d of them tried in vain. The mail server or the job executor is in"
                                + " trouble.")
                        .formatted(waiting + failed, text(settings.mailLateAfter()), failed)));
    }

    private List<Finding> nobodyOnCall() {
        Instant now = clock.instant();
        return settings.rotas().stream()
                .filter(rota -> onCall.at(rota, now).isEmpty())
                .map(rota -> Finding.of(
                        Kind.NOBODY_ON_CALL, rota, "Nobody is on call on %s at this moment.".formatted(rota)))
                .toList();
    }

    private static List<Finding> findings(Watched other) {
        return other.troubles().stream()
                .map(trouble -> Finding.of(Kind.HOUSE_IN_TROUBLE, trouble.name(), trouble.sentence()))
                .toList();
    }

    /** What it looks after, from the name of its class: AuditWatch looks after the audit. */
    private static String nameOf(Watched other) {
        return "the "
                + AopUtils.getTargetClass(other)
                        .getSimpleName()
                        .replace("Watch", "")
                        .toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }

    /** The engine keeps times without a zone, in that of the JVM, which is UTC. */
    private static java.sql.Timestamp local(Instant instant) {
        return java.sql.Timestamp.from(instant);
    }

    private static String steps(long jobs) {
        return jobs == 1 ? "1 step" : jobs + " steps";
    }

    private static String text(Duration time) {
        return time.toSeconds() < 120 ? time.toSeconds() + " seconds" : time.toMinutes() + " minutes";
    }
}
