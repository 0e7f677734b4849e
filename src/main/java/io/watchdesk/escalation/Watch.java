package io.watchdesk.escalation;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.LevelChanged;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the model {@code crisis-watch}: that a crisis somebody has taken is not forgotten. */
@Component
@Transactional
public class Watch {

    private final Crises crises;
    private final CrisisResponse response;
    private final Timeline timeline;
    private final Deadlines deadlines;
    private final LadderStore store;
    private final LadderTable table;
    private final Paging paging;
    private final LadderTimers timers;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Watch(
            Crises crises,
            CrisisResponse response,
            Timeline timeline,
            Deadlines deadlines,
            LadderStore store,
            LadderTable table,
            Paging paging,
            @Lazy LadderTimers timers,
            People people,
            AuditLog audit,
            Clock clock) {
        this.crises = crises;
        this.response = response;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.store = store;
        this.table = table;
        this.paging = paging;
        this.timers = timers;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** When the holder is to be asked unless something happens before. */
    public Instant start(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        store.lock(crisisId).ifPresent(ladder -> store.save(ladder.asked(null)));
        return reconfirmAt(crisis);
    }

    /** Whether the holder is heard of; the clock runs from the last thing that a person did in this crisis. */
    public Activity check(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        Instant askedAt = store.lock(crisisId).map(Standing::askedAt).orElse(null);
        if (crisis.holder() == null || people.find(crisis.holder()).isEmpty()) {
            return Activity.GONE;
        }
        if (askedAt != null) {
            return timeline.lastActivity(crisisId).isBefore(askedAt) ? Activity.GONE : Activity.ACTIVE;
        }
        return reconfirmAt(crisis).isAfter(clock.instant()) ? Activity.ACTIVE : Activity.QUIET;
    }

    /** Asks the holder; answers who that is and until when. */
    public Question ask(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        return ask(crisis, crisis.holder(), Paging.Kind.STILL_ON_IT, "%s is asked: still on it?");
    }

    /** Asks somebody to take over from the holder, who keeps it until then. */
    public Question askSuccessor(String crisisId, String successor) {
        Crisis crisis = crises.lock(crisisId);
        return ask(crisis, successor, Paging.Kind.HAND_OVER, "%s is asked to take over.");
    }

    /** The holder is still on it; saying so is activity. */
    public void confirm(String crisisId) {
        answered(crises.lock(crisisId), "Still on it.");
    }

    /**
     * The holder wants somebody else to take over, who is asked next.
     *
     * @throws Refused when that person is unknown or has it already
     */
    public void handOver(String crisisId, String successor) {
        Crisis crisis = crises.lock(crisisId);
        if (people.find(successor).isEmpty()) {
            throw new Refused("Nobody here is called \"%s\"; name somebody who can sign in.".formatted(successor));
        }
        if (successor.equals(crisis.holder())) {
            throw new Refused("%s has it already.".formatted(people.displayName(successor)));
        }
        answered(crisis, "%s shall take over.".formatted(people.displayName(successor)));
    }

    /** The holder gives it back and loses it next. */
    public void giveBack(String crisisId, String reason) {
        answered(crises.lock(crisisId), "Given back: " + reason.strip());
    }

    /** The person has it now. */
    public void takeOver(String crisisId, String successor) {
        crises.lock(crisisId);
        response.handOver(crisisId, successor);
    }

    /** Who was asked does not take over; the holder is asked again. */
    public void decline(String crisisId) {
        answered(crises.lock(crisisId), "The take-over is declined.");
    }

    /** The holder loses it, and the ladder is climbed again. */
    public void release(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        if (crisis.holder() != null && crisis.open()) {
            response.release(crisisId, whyReleased(crisis));
        }
    }

    private String whyReleased(Crisis crisis) {
        if (people.find(crisis.holder()).isEmpty()) {
            return "this account does not exist any more.";
        }
        Instant askedAt = store.lock(crisis.id()).map(Standing::askedAt).orElse(null);
        return askedAt != null && !timeline.lastActivity(crisis.id()).isBefore(askedAt)
                ? "given back."
                : "asked \"still on it?\", there was no answer for %s minutes."
                        .formatted(grace(crisis).toMinutes());
    }

    /** A new level has other times: the next look is computed anew. */
    @EventListener
    void levelChanged(LevelChanged change) {
        Crisis crisis = crises.lock(change.crisis().id());
        store.lock(crisis.id())
                .filter(ladder -> crisis.holder() != null)
                .map(ladder -> ladder.askedAt() == null
                        ? reconfirmAt(crisis)
                        : ladder.askedAt().plus(grace(crisis)))
                .ifPresent(look -> timers.watchAt(crisis.id(), look));
    }

    private void answered(Crisis crisis, String sentence) {
        timeline.record(crisis.id(), "escalation.holderAnswered", sentence);
        audit.record("escalation.holderAnswered", crisis.id(), null, sentence);
    }

    private Question ask(Crisis crisis, String person, Paging.Kind kind, String sentence) {
        Instant now = clock.instant();
        if (person == null) {
            return new Question(null, now);
        }
        Standing ladder = store.lock(crisis.id()).orElseThrow();
        Standing asked = ladder.demanded(ladder.demandedTier(), null).asked(now);
        store.save(asked);
        timeline.record(crisis.id(), "escalation.holderAsked", sentence.formatted(people.displayName(person)));
        paging.page(new Paging.Request(
                crisis.id(), asked.step(), Math.max(1, ladder.takenTier()), person, List.of(), kind, null));
        return new Question(person, now.plus(grace(crisis)));
    }

    private Instant reconfirmAt(Crisis crisis) {
        return deadlines
                .due(crisis.id(), Deadline.RECONFIRMATION)
                .orElseGet(() -> timeline.lastActivity(crisis.id()).plus(grace(crisis)));
    }

    private Duration grace(Crisis crisis) {
        return table.tier(crisis.level(), 1).grace();
    }

    /** What is heard of the holder. */
    public enum Activity {
        ACTIVE,
        /** Nothing for the time of the level; the question is due. */
        QUIET,
        /** No answer to the question, or nobody there to give it. */
        GONE
    }

    /**
     * @param person who is asked; null when nobody has it any more
     * @param until when silence counts as an answer
     */
    public record Question(String person, Instant until) {}
}
