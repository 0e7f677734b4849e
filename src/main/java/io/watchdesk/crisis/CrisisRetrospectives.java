package io.watchdesk.crisis;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of retrospectives. */
@Service
@Transactional
class CrisisRetrospectives implements Retrospectives {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_REASON = 2000;
    private static final int MOST_ACTIONS = 100;

    private final RetrospectiveRows rows;
    private final Actions actions;
    private final Crises crises;
    private final CrisisResponse response;
    private final Deadlines deadlines;
    private final FollowUp followUp;
    private final Timeline timeline;
    private final ClosingSettings settings;
    private final Notifications notifications;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    CrisisRetrospectives(
            RetrospectiveRows rows,
            Actions actions,
            Crises crises,
            CrisisResponse response,
            Deadlines deadlines,
            FollowUp followUp,
            Timeline timeline,
            ClosingSettings settings,
            Notifications notifications,
            People people,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.actions = actions;
        this.crises = crises;
        this.response = response;
        this.deadlines = deadlines;
        this.followUp = followUp;
        this.timeline = timeline;
        this.settings = settings;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Retrospective plan(String crisisId) {
        return rows.lock(crisisId).orElseGet(() -> {
            Level level = crises.get(crisisId).level();
            Instant now = clock.instant();
            Instant due = now.plus(deadlines
                    .budget(level, Deadlines.Deadline.RETROSPECTIVE)
                    .orElseGet(() -> followUp.time(FollowUp.Matter.RETROSPECTIVE, level)));
            rows.insert(crisisId, now, due);
            audit.record("crisis.retrospectivePlanned", crisisId, null, Map.of("due", due));
            timeline.record(crisisId, "crisis.retrospectivePlanned", "The retrospective is due at %s.".formatted(due));
            return of(crisisId);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Retrospective of(String crisisId) {
        return rows.find(crisisId)
                .orElseThrow(() -> new Refused("No retrospective of %s was planned.".formatted(crisisId)));
    }

    @Override
    public Retrospective save(String crisisId, Text text) {
        Retrospective before = open(crisisId);
        fits("causes", text.causes(), LONGEST_TEXT);
        fits("what went well", text.wentWell(), LONGEST_TEXT);
        fits("what fell short", text.shortcomings(), LONGEST_TEXT);
        fits("why nothing has to be done", text.noActionReason(), LONGEST_REASON);
        if (text.actions().size() > MOST_ACTIONS) {
            throw new Refused("More than %d actions will not be done.".formatted(MOST_ACTIONS));
        }
        rows.text(crisisId, text);
        audit.record("crisis.retrospectiveWritten", crisisId, before.text(), text);
        return of(crisisId);
    }

    @Override
    public Retrospective hold(String crisisId) {
        Text text = open(crisisId).text();
        complete("the causes", text.causes());
        complete("what went well", text.wentWell());
        complete("what fell short", text.shortcomings());
        if (text.actions().isEmpty()) {
            complete("an action with owner and date, or why nothing has to be done", text.noActionReason());
        }
        actions.agree(crisisId, Action.Origin.RETROSPECTIVE, text.actions());
        rows.held(crisisId, people.actor(), clock.instant());
        response.reached(crisisId, Milestone.RETROSPECTIVE_HELD);
        audit.record("crisis.retrospectiveHeld", crisisId, null, text);
        timeline.record(
                crisisId,
                "crisis.retrospectiveHeld",
                "The retrospective is held; %d actions were agreed on."
                        .formatted(text.actions().size()));
        return of(crisisId);
    }

    @Override
    public void remind(String crisisId, List<String> groups, String taskId, String taskName) {
        Message reminder = new Message.TaskReminder(
                crisisId,
                crises.get(crisisId).title(),
                taskId,
                taskName,
                of(crisisId).dueAt());
        groups.stream()
                .flatMap(group -> people.inGroup(group).stream())
                .map(People.Person::id)
                .distinct()
                .forEach(person -> notifications.tellPerson(person, reminder));
        audit.record("crisis.retrospectiveReminded", crisisId, null, Map.of("groups", groups));
    }

    @Override
    public void escalate(String crisisId, String taskId, String taskName) {
        notifications.tellGroup(
                settings.managers(),
                new Message.TaskEscalated(
                        crisisId,
                        crises.get(crisisId).title(),
                        taskId,
                        taskName,
                        of(crisisId).dueAt()));
        audit.record("crisis.retrospectiveEscalated", crisisId, null, null);
        timeline.record(crisisId, "crisis.retrospectiveEscalated", "The retrospective is late; managers were told.");
    }

    private Retrospective open(String crisisId) {
        Retrospective retrospective = rows.lock(crisisId)
                .orElseThrow(() -> new Refused("No retrospective of %s was planned.".formatted(crisisId)));
        if (retrospective.heldAt() != null) {
            throw new Refused(
                    "The retrospective of %s was held; its record is not changed any more.".formatted(crisisId));
        }
        return retrospective;
    }

    private static void complete(String what, String text) {
        if (text == null || text.isBlank()) {
            throw new Refused("The retrospective is not complete: write down %s.".formatted(what));
        }
    }

    private static void fits(String what, String text, int most) {
        if (text != null && text.length() > most) {
            throw new Refused("The text about %s is longer than %d characters.".formatted(what, most));
        }
    }
}
