package io.watchdesk.privacy;

import io.watchdesk.platform.Said;
import io.watchdesk.platform.Watched;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether both clean-ups run, the engine's and ours; either stops for good without anybody seeing it. */
@Component
public class CleanUpWatch implements Watched {

    /** A day, and time for the run itself. */
    private static final Duration LATE_AFTER = Duration.ofHours(26);

    private final CleanUpRuns runs;
    private final JdbcClient jdbc;
    private final Clock clock;

    CleanUpWatch(CleanUpRuns runs, JdbcClient jdbc, Clock clock) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How both clean-ups stand. */
    public Standing standing() {
        Optional<CleanUpRuns.Run> newest = runs.newest();
        return new Standing(
                runs.lastSuccess().orElse(null),
                newest.map(CleanUpRuns.Run::counts).orElse(null),
                newest.map(CleanUpRuns.Run::problem).orElse(null),
                engineRan().orElse(null),
                engineGivenUp());
    }

    @Override
    public List<Trouble> troubles() {
        Standing standing = standing();
        List<Trouble> troubles = new ArrayList<>();
        if (standing.problem() != null) {
            troubles.add(new Trouble(
                    "clean-up failed",
                    "The nightly clean-up failed: %s It is tried again every few minutes; the log has more."
                            .formatted(standing.problem())));
        } else {
            late(standing.lastRun())
                    .ifPresent(since -> troubles.add(new Trouble(
                            "clean-up late",
                            "The nightly clean-up has not run since %s; see watchdesk.retention.check-every and the log."
                                    .formatted(since))));
        }
        if (standing.engineGivenUp()) {
            troubles.add(new Trouble(
                    "engine clean-up given up",
                    "The engine's history clean-up has failed too often and has stopped. See the job of type"
                            + " history-cleanup in Cockpit, mend the cause and increase its retries."));
        } else {
            late(standing.engineLastRun())
                    .ifPresent(since -> troubles.add(new Trouble(
                            "engine clean-up late",
                            ("The engine's history clean-up has not run since %s. It runs between 02:00 and 04:00 UTC"
                                            + " only: leave Watchdesk running then.")
                                    .formatted(since))));
        }
        return troubles;
    }

    /** Since when nothing has run, if that is too long; an installation that is younger than a day is not late. */
    private Optional<Instant> late(Instant lastRun) {
        return Stream.of(lastRun, installed())
                .filter(instant -> instant != null)
                .max(Instant::compareTo)
                .filter(since -> since.plus(LATE_AFTER).isBefore(clock.instant()));
    }

    private Instant installed() {
        return jdbc.sql("select min(since) from sealing_key")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    private Optional<Instant> engineRan() {
        return jdbc.sql(
                        "select max(timestamp_) from act_hi_job_log where job_def_type_ = 'history-cleanup' and job_state_ = 2")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private boolean engineGivenUp() {
        return jdbc.sql("select count(*) from act_ru_job where handler_type_ = 'history-cleanup' and retries_ = 0")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * @param lastRun when our own run last ended well, or null
     * @param counts JSON of the newest run, or null
     * @param problem why the newest run failed, or null
     * @param engineLastRun when the engine's last ended well, or null
     * @param engineGivenUp whether the engine's job has no retries left
     */
    public record Standing(
            Instant lastRun, String counts, @Said String problem, Instant engineLastRun, boolean engineGivenUp) {}
}
