package io.watchdesk.crisis;

import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the people of a crisis are told beyond pages. */
@Component
@Transactional
public class CrisisNews {

    private static final List<String> CALLED = List.of("oncall-tier-1", "oncall-tier-2", CrisisRights.COMMAND);

    private final CrisisBook book;
    private final CrisisRoles roles;
    private final Demands demands;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final People people;
    private final Notifications notifications;

    CrisisNews(
            CrisisBook book,
            CrisisRoles roles,
            Demands demands,
            Deadlines deadlines,
            Timeline timeline,
            People people,
            Notifications notifications) {
        this.book = book;
        this.roles = roles;
        this.demands = demands;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.people = people;
        this.notifications = notifications;
    }

    /** The crisis was stopped: whoever was called or did something hears that it is over, and why. */
    public void stopped(String crisisId) {
        Crisis crisis = book.get(crisisId);
        String what = (crisis.drill() ? "The drill is called off: %s" : "It was a false alarm: %s")
                .formatted(book.outcome(crisisId));
        Set<String> everybody = new LinkedHashSet<>();
        CALLED.forEach(group -> members(group, everybody));
        demands.of(crisis).functions().forEach(group -> members(group, everybody));
        roles.of(crisisId).forEach(held -> everybody.add(held.person()));
        timeline.of(crisisId).forEach(entry -> everybody.add(entry.by()));
        everybody.remove(People.SYSTEM);
        // Nobody is told what they did themselves.
        everybody.remove(people.actor());
        everybody.forEach(
                person -> notifications.tellPerson(person, new Message.CrisisStopped(crisisId, crisis.title(), what)));
        timeline.record(
                crisisId, "crisis.everybodyTold", "%d people are told that it is over.".formatted(everybody.size()));
    }

    /** Nobody fills this function although its time is over: its people are asked again. */
    public void functionMissing(String crisisId, String group) {
        Crisis crisis = book.get(crisisId);
        notifications.tellGroup(
                group,
                new Message.TaskReminder(
                        crisisId,
                        crisis.title(),
                        null,
                        "Join command centre",
                        deadlines.due(crisisId, Deadline.COMMAND).orElse(null)));
        timeline.record(
                crisisId,
                "crisis.functionMissing",
                "Nobody has taken the function %s in time; its people are asked again.".formatted(group));
    }

    private void members(String group, Set<String> everybody) {
        people.inGroup(group).forEach(person -> everybody.add(person.id()));
    }
}
