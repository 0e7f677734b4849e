package io.watchdesk.statement;

import io.watchdesk.crisis.ClockBreached;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.statement.StatementPolicy.TimeBox;
import io.watchdesk.statement.StatementProcess.OpenStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The countdown of statements and updates. A promise given to the public or the house counts before the table. */
@Service
@Transactional
public class StatementClocks {

    private final StatementStore store;
    private final UpdateStore updates;
    private final StatementPolicy policy;
    private final StatementProcess process;
    private final Deadlines deadlines;
    private final Crises crises;
    private final Timeline timeline;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatementClocks(
            StatementStore store,
            UpdateStore updates,
            StatementPolicy policy,
            @Lazy StatementProcess process,
            Deadlines deadlines,
            Crises crises,
            Timeline timeline,
            Notifications notifications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.updates = updates;
        this.policy = policy;
        this.process = process;
        this.deadlines = deadlines;
        this.crises = crises;
        this.timeline = timeline;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** When a statement must be out, noted on it; empty when nothing demands it by a time. */
    public Optional<Times> wind(String statementId) {
        Statement statement = store.get(statementId);
        Optional<Times> times = statement.kind().deadline().flatMap(deadline -> times(statement.crisisId(), deadline));
        store.due(statementId, times.map(Times::due).orElse(null));
        return times;
    }

    /** When the next update is due; empty when the level demands none. */
    public Optional<Times> of(String crisisId, Audience audience) {
        return times(crisisId, audience.deadline());
    }

    private Optional<Times> times(String crisisId, Deadline deadline) {
        Optional<Times> table = deadlines
                .due(crisisId, deadline)
                .map(due -> new Times(
                        deadlines.at(crisisId, deadline, Deadlines.Mark.WARNING).orElse(due),
                        deadlines
                                .at(crisisId, deadline, Deadlines.Mark.LAST_WARNING)
                                .orElse(due),
                        due));
        return table.map(times -> updates.last(crisisId, deadline)
                .filter(last -> last.nextAt() != null && last.nextAt().isBefore(times.due()))
                .map(last -> promised(last.givenAt(), last.nextAt(), times))
                .orElse(times));
    }

    /** Squeezes the clock of the table into the time until the promise. */
    private static Times promised(Instant from, Instant promise, Times table) {
        Duration whole = Duration.between(from, table.due());
        Duration mine = Duration.between(from, promise);
        return new Times(
                squeezed(from, table.warning(), whole, mine),
                squeezed(from, table.lastWarning(), whole, mine),
                promise);
    }

    private static Instant squeezed(Instant from, Instant mark, Duration whole, Duration mine) {
        double share = (double) Duration.between(from, mark).toMillis() / Math.max(1, whole.toMillis());
        return from.plusMillis(Math.round(mine.toMillis() * share));
    }

    /** Reminds whoever has a step of the statement now; does nothing once it is due or over. */
    public void warn(String statementId) {
        Statement statement = store.get(statementId);
        if (running(statement)) {
            remind(statement.crisisId(), statement.dueAt(), process.open(statementId));
            timeline.record(
                    statement.crisisId(),
                    "statement.warned",
                    "%s %s must be out in %s."
                            .formatted(statement.kind().words(), statementId, left(statement.dueAt())));
        }
    }

    /** Reminds whoever writes the update. */
    public void warn(String crisisId, Audience audience) {
        of(crisisId, audience).map(Times::due).filter(clock.instant()::isBefore).ifPresent(due -> {
            remind(crisisId, due, process.open(crisisId, audience));
            timeline.record(
                    crisisId, "statement.warned", "The %s update is due in %s.".formatted(audience.words(), left(due)));
        });
    }

    /** The statement is not out in time: that is recorded, command and executives are told, and the ladder hears of it. */
    public void breached(String statementId) {
        Statement statement = store.get(statementId);
        boolean open = statement.unfinished() || statement.state() == Statement.State.RELEASED;
        if (open) {
            statement
                    .kind()
                    .deadline()
                    .ifPresent(deadline -> breached(
                            statement.crisisId(),
                            deadline,
                            "%s %s is not out in time."
                                    .formatted(statement.kind().words(), statementId),
                            process.open(statementId)));
        }
    }

    /** The update was not given in time: that is recorded and climbs a tier. */
    public void breached(String crisisId, Audience audience) {
        breached(
                crisisId,
                audience.deadline(),
                "The %s update is overdue.".formatted(audience.words()),
                process.open(crisisId, audience));
    }

    private void breached(String crisisId, Deadline deadline, String sentence, List<OpenStep> open) {
        timeline.record(crisisId, "statement.overdue", sentence);
        Crisis crisis = crises.get(crisisId);
        TimeBox command = policy.step(crisis.level(), Kind.UPDATE, Step.RELEASE);
        for (OpenStep step : open) {
            Message overdue = new Message.TaskEscalated(
                    crisisId, crisis.title(), step.taskId(), step.taskName(), clock.instant());
            notifications.tellGroup(command.group(), overdue);
            notifications.tellGroup(command.standIn(), overdue);
        }
        events.publishEvent(new ClockBreached(crisisId, deadline));
    }

    /** The level is another one: every running clock runs to another moment. */
    void levelChanged(String crisisId) {
        store.ofCrisis(crisisId).stream()
                .filter(statement -> statement.unfinished() || statement.state() == Statement.State.RELEASED)
                .forEach(statement ->
                        wind(statement.id()).ifPresent(times -> process.clockMoved(statement.id(), times)));
        for (Audience audience : Audience.values()) {
            of(crisisId, audience).ifPresent(times -> process.clockMoved(crisisId, audience, times));
        }
    }

    private boolean running(Statement statement) {
        boolean open = statement.unfinished() || statement.state() == Statement.State.RELEASED;
        return open && statement.dueAt() != null && clock.instant().isBefore(statement.dueAt());
    }

    private void remind(String crisisId, Instant due, List<OpenStep> open) {
        Crisis crisis = crises.get(crisisId);
        for (OpenStep step : open) {
            Message message = new Message.TaskReminder(crisisId, crisis.title(), step.taskId(), step.taskName(), due);
            step.people().forEach(person -> notifications.tellPerson(person, message));
        }
    }

    private String left(Instant due) {
        long minutes = Duration.between(clock.instant(), due).toMinutes();
        return minutes < 120 ? "%d minutes".formatted(minutes) : "%d hours".formatted(minutes / 60);
    }
}
