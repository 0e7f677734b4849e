package io.watchdesk.crisis;

import io.watchdesk.crisis.Demands.HoldDemand;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a crisis does to scheduled content: holds on its accounts and its topic, on everything when neither is known. In a
 * drill nothing is placed; what would have been held is written down instead.
 */
@Component
@Transactional
public class CrisisHolds {

    private static final int MOST_LISTED = 20;

    private final Holds holds;
    private final Demands demands;
    private final CrisisBook book;
    private final Timeline timeline;
    private final CrisisRights rights;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;

    CrisisHolds(
            Holds holds,
            Demands demands,
            CrisisBook book,
            Timeline timeline,
            CrisisRights rights,
            JdbcClient jdbc,
            JdbcOperations batches,
            Clock clock) {
        this.holds = holds;
        this.demands = demands;
        this.book = book;
        this.timeline = timeline;
        this.rights = rights;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Does what the level of now demands; what is held already stays as it is. */
    public Outcome apply(String crisisId) {
        Crisis crisis = book.lock(crisisId);
        HoldDemand demand = demands.of(crisis).hold();
        if (demand == HoldDemand.PLACED || held(crisisId)) {
            return place(crisis);
        }
        if (demand == HoldDemand.PROPOSED) {
            timeline.record(
                    crisisId,
                    "crisis.holdProposed",
                    "Holding %s is proposed: %d publications are scheduled there."
                            .formatted(sentence(crisis), affected(crisis).size()));
            return Outcome.PROPOSED;
        }
        return Outcome.NONE;
    }

    /** Holds the scope because a person says so, whatever the level. */
    public void placeByHand(String crisisId) {
        rights.mustBeOnTheLine();
        Crisis crisis = book.lock(crisisId);
        if (!crisis.open()) {
            throw new Refused("%s is over; nothing can be held for it any more.".formatted(crisisId));
        }
        place(crisis);
    }

    /** Releases every hold of the crisis. */
    public void lift(String crisisId, String reason) {
        List<Hold> mine = holds.open().stream()
                .filter(hold -> crisisId.equals(hold.owner()))
                .toList();
        mine.forEach(hold -> holds.release(hold.id(), reason));
        if (!mine.isEmpty()) {
            timeline.record(crisisId, "crisis.holdLifted", "The hold was lifted: %s".formatted(reason));
        }
    }

    /** The same for a crisis that was stopped; the reason is the one it was stopped for. */
    public void liftAfterStop(String crisisId) {
        lift(crisisId, book.outcome(crisisId));
    }

    /** Whether the crisis holds something, in a drill on paper. */
    @Transactional(readOnly = true)
    public boolean held(String crisisId) {
        return book.at(crisisId, Milestone.HELD).isPresent();
    }

    /** Publications that were scheduled in the scope when it was held; in a drill those that would have been held. */
    @Transactional(readOnly = true)
    public List<String> publications(String crisisId) {
        return jdbc.sql("select publication_id from crisis_held where crisis_id = ? order by since, publication_id")
                .param(crisisId)
                .query(String.class)
                .list();
    }

    /** Waiting publications in the crisis's scope now, held or not. */
    @Transactional(readOnly = true)
    public List<String> affected(Crisis crisis) {
        TreeSet<String> found = new TreeSet<>();
        scope(crisis).forEach(part -> found.addAll(holds.wouldCover(part.scope(), part.value())));
        return List.copyOf(found);
    }

    private Outcome place(Crisis crisis) {
        List<Part> missing = new ArrayList<>(scope(crisis));
        if (!crisis.drill()) {
            holds.open().stream()
                    .filter(hold -> crisis.id().equals(hold.owner()))
                    .forEach(hold -> missing.remove(new Part(hold.scope(), hold.value())));
        }
        List<String> affected = affected(crisis);
        Set<String> known = Set.copyOf(publications(crisis.id()));
        List<String> fresh = affected.stream().filter(id -> !known.contains(id)).toList();
        if (!crisis.drill()) {
            missing.forEach(part -> holds.place(part.scope(), part.value(), reason(crisis), crisis.id()));
        }
        note(crisis, fresh);
        boolean first = book.reached(crisis.id(), Milestone.HELD, clock.instant());
        if (first || !crisis.drill() && !missing.isEmpty()) {
            timeline.record(
                    crisis.id(),
                    crisis.drill() ? "crisis.shadowHoldReported" : "crisis.contentHeld",
                    (crisis.drill()
                                    ? "Drill: nothing is held. %s would be held, that is %d scheduled publications: %s"
                                    : "%s is held, that is %d scheduled publications: %s")
                            .formatted(
                                    sentence(crisis),
                                    affected.size(),
                                    affected.isEmpty() ? "none." : listed(affected)));
        }
        return crisis.drill() ? Outcome.SHADOW : Outcome.PLACED;
    }

    /** In one batch: thousands may be scheduled, and people are paged only after this. */
    private void note(Crisis crisis, List<String> fresh) {
        Object since = CrisisBook.utc(clock.instant());
        batches.batchUpdate(
                "insert into crisis_held (crisis_id, publication_id, shadow, since) values (?, ?, ?, ?)",
                fresh.stream()
                        .map(id -> new Object[] {crisis.id(), id, crisis.drill(), since})
                        .toList());
    }

    /** The number of them stands before it. */
    private static String listed(List<String> ids) {
        boolean more = ids.size() > MOST_LISTED;
        return String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_LISTED))) + (more ? ", …" : ".");
    }

    private static List<Part> scope(Crisis crisis) {
        List<Part> parts = new ArrayList<>();
        crisis.accounts().forEach(account -> parts.add(new Part(Hold.Scope.ACCOUNT, account)));
        if (crisis.topic() != null && !crisis.topic().isBlank()) {
            parts.add(new Part(Hold.Scope.TOPIC, crisis.topic()));
        }
        return parts.isEmpty() ? List.of(new Part(Hold.Scope.EVERYTHING, null)) : parts;
    }

    private static String reason(Crisis crisis) {
        return "Crisis %s: %s".formatted(crisis.id(), crisis.title());
    }

    private static String sentence(Crisis crisis) {
        List<String> parts = new ArrayList<>();
        if (!crisis.accounts().isEmpty()) {
            parts.add("everything scheduled on " + String.join(", ", crisis.accounts()));
        }
        if (crisis.topic() != null && !crisis.topic().isBlank()) {
            parts.add("everything scheduled about \"%s\"".formatted(crisis.topic()));
        }
        String text = parts.isEmpty() ? "everything scheduled" : String.join(" and ", parts);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private record Part(Hold.Scope scope, String value) {}

    /** What became of the scheduled content. */
    public enum Outcome {
        PLACED,
        /** A drill: reported only. */
        SHADOW,
        PROPOSED,
        NONE
    }
}
