package io.watchdesk.crisis;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.publishing.HeldPosts;
import io.watchdesk.publishing.HeldPosts.Area;
import io.watchdesk.publishing.Hold;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Speaks of holds that still stand, so that none is forgotten. */
@Service
@Transactional
public class HoldReminders {

    private static final String PUBLISHERS = "publishers";

    private final Crises crises;
    private final CrisisRoles roles;
    private final CrisisScope scope;
    private final HeldPosts posts;
    private final FollowUp followUp;
    private final Timeline timeline;
    private final Notifications notifications;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    HoldReminders(
            Crises crises,
            CrisisRoles roles,
            CrisisScope scope,
            HeldPosts posts,
            FollowUp followUp,
            Timeline timeline,
            Notifications notifications,
            People people,
            AuditLog audit,
            Clock clock) {
        this.crises = crises;
        this.roles = roles;
        this.scope = scope;
        this.posts = posts;
        this.followUp = followUp;
        this.timeline = timeline;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** When people are next reminded. */
    @Transactional(readOnly = true)
    public Instant next(String crisisId) {
        return clock.instant()
                .plus(followUp.every(FollowUp.Matter.HOLD, crises.get(crisisId).level()));
    }

    /** How many holds of this owner stand; 0 for an owner that is no open crisis. */
    @Transactional(readOnly = true)
    public int standing(String owner) {
        boolean crisis = crises.open().stream().anyMatch(each -> each.id().equals(owner));
        return crisis ? scope.holdsOf(owner).size() : 0;
    }

    /** Tells publishers, the holder and the commander what is held since when. */
    public void remind(String crisisId) {
        List<Hold> holds = scope.holdsOf(crisisId);
        Crisis crisis = crises.get(crisisId);
        Message news = new Message.HoldStands(crisisId, crisis.title(), facts(holds));
        Stream.of(
                        people.inGroup(PUBLISHERS).stream().map(People.Person::id),
                        Stream.of(crisis.holder()),
                        roles.holder(crisisId, CrisisRoles.Role.COMMANDER).stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(person -> notifications.tellPerson(person, news));
        audit.record("crisis.holdReminded", crisisId, null, Map.of("holds", holds.size()));
        timeline.record(crisisId, "crisis.holdReminded", "The hold still stands; its people were reminded.");
    }

    private List<String> facts(List<Hold> holds) {
        List<Area> areas =
                holds.stream().map(hold -> new Area(hold.scope(), hold.value())).toList();
        List<HeldPosts.Post> waiting = posts.waiting(areas);
        long past = waiting.stream()
                .filter(post -> !post.publication().slot().at().isAfter(clock.instant()))
                .count();
        List<String> facts = new ArrayList<>();
        holds.forEach(hold -> facts.add("%s holds %s since %s."
                .formatted(
                        hold.id(),
                        Optional.ofNullable(hold.value()).orElse("everything"),
                        hold.since().toString())));
        facts.add("%d posts wait; the time of %d of them is over.".formatted(waiting.size(), past));
        return facts;
    }
}
