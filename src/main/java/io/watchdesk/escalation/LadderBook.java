package io.watchdesk.escalation;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisAcknowledged;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.crisis.LevelChanged;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What moves a ladder from outside: people who climb by hand, a new level, and who takes it. */
@Component
@Transactional
class LadderBook implements Ladder {

    private static final int LONGEST_REASON = 1000;

    private final Crises crises;
    private final CrisisRights rights;
    private final Timeline timeline;
    private final LadderStore store;
    private final LadderTable table;
    private final LadderTimers timers;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    LadderBook(
            Crises crises,
            CrisisRights rights,
            Timeline timeline,
            LadderStore store,
            LadderTable table,
            @Lazy LadderTimers timers,
            People people,
            AuditLog audit,
            Clock clock) {
        this.crises = crises;
        this.rights = rights;
        this.timeline = timeline;
        this.store = store;
        this.table = table;
        this.timers = timers;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public State of(String crisisId) {
        crises.get(crisisId);
        return store.find(crisisId)
                .map(this::state)
                .orElseGet(() -> new State(crisisId, 0, 0, 0, null, store.paged(crisisId)));
    }

    @Override
    public State climb(String crisisId, int seenStep, int tier, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refused("Say in at most 1,000 characters why the next tier is needed.");
        }
        Crisis crisis = crises.lock(crisisId);
        Standing ladder = store.lock(crisisId)
                .orElseThrow(() -> new Refused("The ladder of %s is not open yet; try again.".formatted(crisisId)));
        refuseWhatCannotBeClimbed(crisis, ladder, seenStep, tier);
        Instant now = clock.instant();
        Standing climbed = ladder.demanded(tier, now);
        store.save(climbed);
        timeline.record(
                crisisId,
                "escalation.climbAsked",
                "%s climbs to tier %s: %s".formatted(people.displayName(people.actor()), tier, reason.strip()));
        audit.record("escalation.climbAsked", crisisId, ladder, Map.of("tier", tier, "reason", reason.strip()));
        timers.climbAt(crisisId, now);
        return state(climbed);
    }

    private static void refuseWhatCannotBeClimbed(Crisis crisis, Standing ladder, int seenStep, int tier) {
        if (!crisis.open()) {
            throw new Refused("%s is over.".formatted(crisis.id()));
        }
        if (crisis.holder() != null) {
            throw new Refused("%s has been taken since.".formatted(crisis.id()));
        }
        if (tier < 1 || tier > Tier.LAST) {
            throw new Refused("There are tiers 1 to %s.".formatted(Tier.LAST));
        }
        if (seenStep != ladder.step() || tier <= Math.max(ladder.tier(), ladder.demandedTier())) {
            throw new Refused(
                    "The ladder has moved since you looked: tier %s is called. Look again before you climb further."
                            .formatted(Math.max(ladder.tier(), ladder.demandedTier())));
        }
    }

    /** A higher level calls the tiers it demands at once; every wait is counted anew from when the tier was due. */
    @EventListener
    void levelChanged(LevelChanged change) {
        Crisis crisis = crises.lock(change.crisis().id());
        store.lock(crisis.id()).ifPresent(ladder -> {
            if (crisis.holder() == null && crisis.open()) {
                recompute(crisis, ladder);
            }
        });
    }

    private void recompute(Crisis crisis, Standing ladder) {
        Instant now = clock.instant();
        int demanded = Math.max(ladder.demandedTier(), table.demanded(crisis.level()));
        Tier current = table.tier(crisis.level(), Math.max(1, ladder.tier()));
        Instant planned = ladder.tierDueAt().plus(current.pause());
        boolean atOnce = demanded > ladder.tier() && ladder.tier() < Tier.LAST || planned.isBefore(now);
        Instant next = atOnce ? now : planned;
        store.save(ladder.timed(demanded, next));
        timers.climbAt(crisis.id(), next);
    }

    /** Notes from which tier the ladder is climbed again, should who took it lose it. */
    @EventListener
    void acknowledged(CrisisAcknowledged acknowledged) {
        Crisis crisis = acknowledged.crisis();
        Standing ladder = store.lock(crisis.id()).orElseGet(() -> Standing.unopened(crisis.id(), 1, clock.instant()));
        store.save(ladder.taken(tierOf(crisis)));
    }

    /** For which tier the holder was called last; who was not called belongs to the tier of a group, or to the first. */
    private int tierOf(Crisis crisis) {
        List<String> groups = people.groupsOf(crisis.holder());
        return store.lastTier(crisis.id(), crisis.holder())
                .map(called -> called == 0 ? Tier.LAST : called)
                .orElseGet(() -> table.of(crisis.level()).stream()
                        .filter(tier -> groups.contains(tier.rota()))
                        .mapToInt(Tier::number)
                        .max()
                        .orElse(1));
    }

    private State state(Standing ladder) {
        return new State(
                ladder.crisisId(),
                ladder.step(),
                Math.max(ladder.tier(), 1),
                ladder.loop(),
                ladder.nextClimbAt(),
                store.paged(ladder.crisisId()));
    }
}
