package io.watchdesk.escalation;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of the model {@code crisis-escalation}, each in the transaction of its job. Every step locks the crisis first,
 * so a climb, an acknowledgement and a new rating never overlap.
 */
@Component
@Transactional
public class LadderSteps {

    private final Crises crises;
    private final CrisisResponse response;
    private final Timeline timeline;
    private final LadderStore store;
    private final LadderTable table;
    private final TierDuty duty;
    private final Paging paging;
    private final LadderNews news;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    LadderSteps(
            Crises crises,
            CrisisResponse response,
            Timeline timeline,
            LadderStore store,
            LadderTable table,
            TierDuty duty,
            Paging paging,
            LadderNews news,
            People people,
            AuditLog audit,
            Clock clock) {
        this.crises = crises;
        this.response = response;
        this.timeline = timeline;
        this.store = store;
        this.table = table;
        this.duty = duty;
        this.paging = paging;
        this.news = news;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a round: the first at tier 1, a later one at the tier of who had it. */
    public Opening open(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        if (!crisis.open()) {
            return new Opening(CrisisStanding.OVER, 1);
        }
        if (crisis.holder() != null) {
            return new Opening(CrisisStanding.TAKEN, 1);
        }
        Standing before = store.lock(crisisId).orElse(null);
        int first = before == null ? 1 : Math.max(1, before.takenTier());
        // A clock that ran out before this round could begin has left its wish here.
        int wished = before == null || before.nextClimbAt() == null ? 0 : before.demandedTier();
        int demanded = Math.max(wished, Math.max(first, table.demanded(crisis.level())));
        store.save(Standing.opened(crisisId, before == null ? 0 : before.step(), first, demanded, clock.instant()));
        return new Opening(CrisisStanding.OPEN, first);
    }

    /** Calls a tier. Answers when the next one is due: at once when it is demanded or nobody is on call here. */
    public Instant page(String crisisId, int number) {
        Crisis crisis = crises.lock(crisisId);
        Standing before = standing(crisisId);
        Instant now = clock.instant();
        Tier tier = table.tier(crisis.level(), number);
        List<String> onCall = duty.onCall(tier);
        int demanded = onCall.isEmpty() ? Math.max(before.demandedTier(), number + 1) : before.demandedTier();
        Instant dueAt = due(before, now);
        Instant next = demanded > number && !tier.isLast() ? now : tier.over(dueAt, now);
        Standing ladder = before.climbed(number, demanded, dueAt, next);
        store.save(ladder);
        if (onCall.isEmpty()) {
            nobodyOnCall(crisis, tier);
        }
        List<String> called = call(crisis, ladder, before.roundStep(), tier);
        if (!called.isEmpty()) {
            note(crisis, "escalation.tierCalled", "Tier %s is called: %s.".formatted(number, names(called)), ladder);
            response.reached(crisisId, Milestone.PAGED);
        }
        return next;
    }

    /** A loop is over: calls everybody again, or the last tier. */
    public Loop repeat(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        Standing before = standing(crisisId);
        if (before.demandedTier() > before.tier()) {
            return new Loop(LoopOutcome.CLIMBED, clock.instant());
        }
        Tier tier = table.tier(crisis.level(), before.tier());
        Standing ladder = again(crisis, before, tier);
        if (ladder.loop() < tier.loops()) {
            return new Loop(LoopOutcome.AGAIN, ladder.nextClimbAt());
        }
        return new Loop(LoopOutcome.EXHAUSTED, clock.instant());
    }

    /** The last tier is open: calls everybody again, whoever is on call now, for as long as nobody takes it. */
    public Instant repeatAll(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        return again(crisis, standing(crisisId), table.tier(crisis.level(), Tier.LAST))
                .nextClimbAt();
    }

    /** To whom the task of a tier is offered now. */
    public Offer offer(String crisisId, int number) {
        Tier tier = table.tier(crises.get(crisisId).level(), number);
        return new Offer(tier.rota(), duty.called(tier));
    }

    /** The ladder was climbed to its end in vain. */
    public void exhausted(String crisisId) {
        Crisis crisis = crises.lock(crisisId);
        Standing ladder = standing(crisisId);
        note(
                crisis,
                "escalation.ladderExhausted",
                "Nobody took it in %s loops. Executives and the fallback person are called until somebody does."
                        .formatted(ladder.loop()),
                ladder);
        news.exhausted(crisis, ladder.loop());
    }

    private Standing again(Crisis crisis, Standing before, Tier tier) {
        Instant now = clock.instant();
        Instant dueAt = due(before, now);
        Standing ladder = before.looped(dueAt, tier.over(dueAt, now));
        store.save(ladder);
        List<String> called = new ArrayList<>();
        for (Tier open : table.of(crisis.level()).subList(ladder.firstTier() - 1, ladder.tier())) {
            called.addAll(call(crisis, ladder, before.roundStep(), open));
        }
        note(
                crisis,
                "escalation.pagesRepeated",
                called.isEmpty()
                        ? "Nobody of the open tiers is on call now; loop %s.".formatted(ladder.loop())
                        : "Called again: %s; loop %s.".formatted(names(called), ladder.loop()),
                ladder);
        return ladder;
    }

    private List<String> call(Crisis crisis, Standing ladder, int roundStep, Tier tier) {
        List<String> called = duty.called(tier);
        List<String> others = duty.others(tier, called);
        for (String person : called) {
            paging.page(new Paging.Request(
                    crisis.id(),
                    ladder.step(),
                    duty.isFallback(tier, person) ? 0 : tier.number(),
                    person,
                    others,
                    kind(crisis.id(), person, roundStep),
                    tier.secondAddressAt(ladder.tierDueAt())));
        }
        return called;
    }

    private Paging.Kind kind(String crisisId, String person, int roundStep) {
        if (store.pagedSince(crisisId, person, roundStep)) {
            return Paging.Kind.REPEAT;
        }
        return roundStep > 0 ? Paging.Kind.RELEASED : Paging.Kind.FIRST;
    }

    private void nobodyOnCall(Crisis crisis, Tier tier) {
        String next = tier.isLast() ? "the fallback person is called" : "the next tier is called at once";
        timeline.record(
                crisis.id(),
                "escalation.nobodyFound",
                "Nobody is on call on tier %s (%s); %s.".formatted(tier.number(), tier.rota(), next));
        audit.record("escalation.nobodyFound", crisis.id(), null, tier);
        news.nobodyOnCall(crisis, tier.number(), tier.rota());
    }

    private void note(Crisis crisis, String kind, String sentence, Standing ladder) {
        timeline.record(crisis.id(), kind, sentence);
        audit.record(
                kind,
                crisis.id(),
                null,
                Map.of("step", ladder.step(), "tier", ladder.tier(), "loop", ladder.loop(), "text", sentence));
    }

    private Standing standing(String crisisId) {
        return store.lock(crisisId)
                .orElseThrow(() -> new IllegalStateException("The ladder of %s was never opened.".formatted(crisisId)));
    }

    /** A step that was brought forward is due now; a late one was due when it was planned. */
    private static Instant due(Standing ladder, Instant now) {
        Instant planned = ladder.nextClimbAt();
        return planned == null || planned.isAfter(now) ? now : planned;
    }

    private String names(List<String> called) {
        return called.stream().map(people::displayName).collect(Collectors.joining(", "));
    }

    /** Whether there is something to climb for. */
    public enum CrisisStanding {
        OPEN,
        TAKEN,
        OVER
    }

    /** What follows a loop. */
    public enum LoopOutcome {
        AGAIN,
        EXHAUSTED,
        /** A higher tier is demanded without waiting. */
        CLIMBED
    }

    /** @param firstTier where the round begins */
    public record Opening(CrisisStanding standing, int firstTier) {}

    /** @param group who may take it, or null where the table names nobody */
    public record Offer(String group, List<String> people) {}

    /** @param next when the next loop is due */
    public record Loop(LoopOutcome outcome, Instant next) {}
}
