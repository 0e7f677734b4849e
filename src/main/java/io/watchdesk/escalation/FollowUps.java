package io.watchdesk.escalation;

import io.watchdesk.crisis.ClockBreached;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisAcknowledged;
import io.watchdesk.crisis.CrisisEnded;
import io.watchdesk.crisis.CrisisRoles;
import io.watchdesk.crisis.LevelChanged;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.crisis.MilestoneReached;
import io.watchdesk.notification.Link;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people who work on a crisis hear of it after their page. The first news goes out soon; what follows within a window
 * comes together, of all crises in one mail. Nobody is told of their own deed. What happens is only noted in its own
 * transaction, so that no news can keep anybody from taking a crisis.
 */
@Component
public class FollowUps {

    /** What the public and the team are told is news for those who work on it. */
    private static final Map<Milestone, String> NEWS = Map.of(
            Milestone.HOLDING_STATEMENT_OUT, "The holding statement is out",
            Milestone.FULL_STATEMENT_OUT, "The full statement is out",
            Milestone.DECLARED_OVER, "Declared over",
            Milestone.RESOLUTION_OUT, "The resolution is out");

    private final FollowUpBook book;
    private final Crises crises;
    private final CrisisRoles roles;
    private final Notifications notifications;
    private final People people;
    private final PagingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String tasklist;

    FollowUps(
            FollowUpBook book,
            Crises crises,
            CrisisRoles roles,
            Notifications notifications,
            People people,
            PagingSettings settings,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.book = book;
        this.crises = crises;
        this.roles = roles;
        this.notifications = notifications;
        this.people = people;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.tasklist = baseUrl.replaceAll("/+$", "") + "/camunda/app/tasklist/default/";
    }

    @EventListener
    void acknowledged(CrisisAcknowledged acknowledged) {
        Crisis crisis = acknowledged.crisis();
        String holder = people.displayName(crisis.holder());
        tell(
                crisis,
                crisis.holder(),
                "Taken by " + holder,
                "%s has taken it. Whoever else was called can go on with other things.".formatted(holder));
    }

    @EventListener
    void levelChanged(LevelChanged changed) {
        Crisis crisis = changed.crisis();
        tell(
                crisis,
                null,
                "Now " + Outcomes.text(crisis.level()),
                "It was %s and is now %s: %s Every clock was set anew from the first sighting."
                        .formatted(
                                Outcomes.text(changed.before()),
                                Outcomes.text(crisis.level()),
                                String.join(" ", crisis.reasons())));
    }

    @EventListener
    void breached(ClockBreached breached) {
        String clock = Reinforcements.words(breached.deadline());
        tell(
                crises.get(breached.crisisId()),
                null,
                "Overdue: " + clock,
                "The time for it is over and it is not done: %s. Whoever is next on the ladder is called."
                        .formatted(clock));
    }

    @EventListener
    void joined(HelpJoined joined) {
        String helper = people.displayName(joined.person());
        tell(joined.crisis(), joined.person(), helper + " helps", "%s helps with it now.".formatted(helper));
    }

    @EventListener
    void reached(MilestoneReached reached) {
        String news = NEWS.get(reached.milestone());
        if (news != null) {
            tell(crises.get(reached.crisisId()), null, news, news + ".");
        }
    }

    /** False alarms and drills that are called off are told by the crisis itself. */
    @EventListener
    void ended(CrisisEnded ended) {
        if (ended.crisis().state() == Crisis.State.CLOSED) {
            tell(ended.crisis(), null, "Closed", "It is closed. Held posts have been decided, the review follows.");
        }
    }

    /** Sends what waits, to everybody who was told nothing within the window. */
    public void send() {
        book.waitingPeople().forEach(person -> transaction.executeWithoutResult(status -> sendTo(person)));
    }

    private void tell(Crisis crisis, String besides, String headline, String sentence) {
        Set<String> followers = new LinkedHashSet<>(book.pagedFor(crisis.id()));
        roles.of(crisis.id()).stream()
                .filter(held -> held.until() == null)
                .forEach(held -> followers.add(held.person()));
        if (crisis.holder() != null) {
            followers.add(crisis.holder());
        }
        followers.remove(people.actor());
        followers.remove(besides);
        for (String person : followers) {
            book.add(person, crisis.id(), headline, sentence, clock.instant());
        }
    }

    private void sendTo(String person) {
        Instant now = clock.instant();
        // Locked first: another node may just have told them.
        List<FollowUpBook.News> waiting = book.lockWaiting(person);
        boolean open = book.lastTold(person)
                .map(last -> !last.plus(settings.bundleWindow()).isAfter(now))
                .orElse(true);
        if (open && !waiting.isEmpty()) {
            notifications.tellPerson(person, message(waiting));
            book.told(person, waiting.get(waiting.size() - 1).id(), now);
        }
    }

    private Message message(List<FollowUpBook.News> waiting) {
        FollowUpBook.News newest = waiting.get(waiting.size() - 1);
        Crisis crisis = crises.get(newest.crisisId());
        boolean several =
                waiting.stream().map(FollowUpBook.News::crisisId).distinct().count() > 1;
        List<String> facts = new ArrayList<>();
        for (FollowUpBook.News news : waiting) {
            Crisis about = crises.get(news.crisisId());
            facts.add(
                    several
                            ? "%s %s (%s): %s".formatted(about.mark(), about.bareTitle(), about.id(), news.sentence())
                            : news.sentence());
        }
        return new Message.CrisisFollowUp(
                crisis.id(),
                crisis.bareTitle(),
                crisis.mark(),
                newest.headline() + (waiting.size() > 1 ? " and %d more".formatted(waiting.size() - 1) : ""),
                facts,
                List.of(new Link("Open Tasklist", tasklist)));
    }
}
