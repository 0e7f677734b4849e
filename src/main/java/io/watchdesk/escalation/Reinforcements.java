package io.watchdesk.escalation;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.ClockBreached;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.LevelChanged;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.Outcomes;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What calls more people: a clock that ran out, and a level that went up. While nobody has the crisis, the ladder climbs by
 * the path of its own timer; when somebody has it, the next tier is called to help.
 */
@Component
@Transactional
class Reinforcements {

    private final Crises crises;
    private final Timeline timeline;
    private final LadderStore ladders;
    private final HelpStore store;
    private final OpenHelp open;
    private final LadderTable table;
    private final LadderTimers timers;
    private final HelpProcess process;
    private final AuditLog audit;
    private final Clock clock;

    Reinforcements(
            Crises crises,
            Timeline timeline,
            LadderStore ladders,
            HelpStore store,
            OpenHelp open,
            LadderTable table,
            @Lazy LadderTimers timers,
            @Lazy HelpProcess process,
            AuditLog audit,
            Clock clock) {
        this.crises = crises;
        this.timeline = timeline;
        this.ladders = ladders;
        this.store = store;
        this.open = open;
        this.table = table;
        this.timers = timers;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** The next tier is called, whoever has the crisis. */
    @EventListener
    void breached(ClockBreached breached) {
        Crisis crisis = crises.lock(breached.crisisId());
        if (crisis.state() == Crisis.State.OPEN) {
            String reason = "The time for it is over: %s.".formatted(words(breached.deadline()));
            if (crisis.holder() == null) {
                climb(crisis, reason);
            } else {
                helpOfNextTier(crisis, reason);
            }
        }
    }

    /** Of a crisis that somebody has, the tiers that only the new level demands are called to help. */
    @EventListener
    void levelChanged(LevelChanged change) {
        Crisis crisis = crises.lock(change.crisis().id());
        int before = table.demanded(change.before());
        int now = table.demanded(crisis.level());
        if (crisis.state() == Crisis.State.OPEN && crisis.holder() != null && now > before) {
            demand(crisis, before + 1, now, "It is %s now.".formatted(Outcomes.text(crisis.level())));
        }
    }

    private void climb(Crisis crisis, String reason) {
        Instant now = clock.instant();
        Standing ladder = ladders.lock(crisis.id()).orElse(null);
        boolean climbing = ladder != null && ladder.nextClimbAt() != null;
        int reached = climbing
                ? Math.max(ladder.tier(), ladder.demandedTier())
                : Math.max(ladder == null ? 1 : ladder.takenTier(), table.demanded(crisis.level()));
        int next = Math.min(Tier.LAST, reached + 1);
        ladders.save(ladder == null ? Standing.unopened(crisis.id(), next, now) : ladder.timed(next, now));
        note(
                crisis,
                reached < Tier.LAST
                        ? "%s Tier %s is called.".formatted(reason, next)
                        : "%s Everybody is called again.".formatted(reason));
        timers.climbAt(crisis.id(), now);
    }

    private void helpOfNextTier(Crisis crisis, String reason) {
        int called = open.all(crisis.id()).stream()
                .mapToInt(help -> Math.max(help.nextTier() - 1, help.demandedTier()))
                .max()
                .orElse(0);
        int taken = ladders.find(crisis.id()).map(Standing::takenTier).orElse(1);
        int next = Math.max(Math.max(1, taken), called) + 1;
        boolean allAreCalled = next > Tier.LAST && !open.of(crisis).isEmpty();
        if (allAreCalled) {
            note(crisis, "%s Everybody is called already.".formatted(reason));
        } else {
            note(crisis, "%s Help is called for whoever has it.".formatted(reason));
            demand(crisis, Math.min(Tier.LAST, next), Math.min(Tier.LAST, next), reason);
        }
    }

    private void demand(Crisis crisis, int from, int to, String reason) {
        Standing ladder = ladders.lock(crisis.id()).orElseThrow();
        Help help = store.add(crisis.id(), ladder.roundStep(), reason, from, to, clock.instant());
        audit.record("escalation.helpDemanded", crisis.id(), null, help);
        process.demanded(crisis.id(), help.id());
    }

    private void note(Crisis crisis, String sentence) {
        timeline.record(crisis.id(), "escalation.clockBreached", sentence);
        audit.record("escalation.clockBreached", crisis.id(), null, sentence);
    }

    /** {@code HOLDING_STATEMENT} is "holding statement". */
    static String words(Deadline deadline) {
        return deadline.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
