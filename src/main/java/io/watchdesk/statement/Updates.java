package io.watchdesk.statement;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said when to whom, and what has to be said next. */
@Service
@Transactional
public class Updates {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_ENTRY = 3_500;

    private final UpdateStore store;
    private final Crises crises;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Notifications notifications;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final StatementSettings settings;

    Updates(
            UpdateStore store,
            Crises crises,
            Deadlines deadlines,
            Timeline timeline,
            Notifications notifications,
            People people,
            AuditLog audit,
            Clock clock,
            StatementSettings settings) {
        this.store = store;
        this.crises = crises;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /** What has to be said next. Locks the crisis, so that a word given at this moment is not overlooked. */
    public UpdateNeed need(String crisisId, Audience audience) {
        Crisis crisis = crises.lock(crisisId);
        if (crisis.state() != Crisis.State.OPEN) {
            return UpdateNeed.NONE;
        }
        boolean demanded = deadlines.due(crisisId, audience.deadline()).isPresent();
        boolean knows =
                audience == Audience.INTERNAL || store.last(crisisId, audience).isPresent();
        return demanded && knows ? UpdateNeed.valueOf(audience.name()) : UpdateNeed.LATER;
    }

    /** All updates of a crisis, oldest first. */
    @Transactional(readOnly = true)
    public List<Update> of(String crisisId) {
        return store.all(crisisId);
    }

    /** The internal update as far as it is written. */
    @Transactional(readOnly = true)
    public Page page(String crisisId) {
        return store.draft(crisisId, Audience.INTERNAL)
                .map(saved -> new Page(saved.text(), saved.nextAt()))
                .orElseGet(() -> new Page(
                        "",
                        deadlines
                                .budget(crises.get(crisisId).level(), Deadlines.Deadline.INTERNAL_UPDATE)
                                .map(budget -> clock.instant().plus(budget))
                                .orElse(null)));
    }

    /** Saves an internal update, however unfinished. */
    public void save(String crisisId, String text, Instant nextAt) {
        String kept = text == null ? "" : text.replace("\u0000", "");
        if (kept.codePointCount(0, kept.length()) > LONGEST) {
            throw new Refused("An update has at most %,d characters.".formatted(LONGEST));
        }
        crises.lock(crisisId);
        store.saveDraft(crisisId, Audience.INTERNAL, kept, nextAt, people.actor());
    }

    /**
     * Gives the internal update as it was saved to everybody who works on the crisis; the next clock starts.
     *
     * @throws Refused when it is empty, or does not say when the next one comes
     */
    public void give(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        UpdateStore.Saved saved = store.draft(crisisId, Audience.INTERNAL)
                .filter(draft -> !draft.text().isBlank())
                .orElseThrow(() -> new Refused("Write the update first."));
        if (saved.nextAt() == null) {
            throw new Refused("Say when the next update comes.");
        }
        if (!saved.nextAt().isAfter(clock.instant())) {
            throw new Refused("The next update must be in the future.");
        }
        String text = saved.text().strip();
        store.add(crisisId, Audience.INTERNAL, null, text, saved.nextAt(), people.actor());
        store.forgetDraft(crisisId, Audience.INTERNAL);
        deadlines.wind(crisisId, Deadlines.Deadline.INTERNAL_UPDATE);
        involved(crisisId)
                .forEach(person -> notifications.tellPerson(
                        person,
                        new Message.InternalUpdate(
                                crisisId,
                                crisis.title(),
                                people.displayName(people.actor()),
                                text.lines().toList(),
                                saved.nextAt())));
        timeline.record(crisisId, "statement.updateGiven", "Internal update: " + cut(text));
        audit.record("statement.updateGiven", crisisId, null, text);
    }

    /** The public heard something: the next clock starts, from the promise when one was given. */
    void spoken(Statement statement, String text) {
        store.add(statement.crisisId(), Audience.PUBLIC, statement.id(), text, statement.nextWordAt(), people.actor());
        deadlines.wind(statement.crisisId(), Deadlines.Deadline.PUBLIC_UPDATE);
    }

    /** Everybody in the groups of the line and everybody who did something in this crisis; not whoever gives the update. */
    private TreeSet<String> involved(String crisisId) {
        TreeSet<String> involved = settings.involved().stream()
                .flatMap(group -> people.inGroup(group).stream())
                .map(People.Person::id)
                .collect(Collectors.toCollection(TreeSet::new));
        timeline.of(crisisId).stream()
                .map(Timeline.Entry::by)
                .filter(by -> people.find(by).isPresent())
                .forEach(involved::add);
        involved.remove(people.actor());
        return involved;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ENTRY ? text : text.substring(0, LONGEST_ENTRY) + "…";
    }

    /** What the form shows. */
    public record Page(String text, Instant nextAt) {}
}
