package io.watchdesk.escalation;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of the model {@code crisis-help}: people who help the holder of a crisis, called tier by
 * tier until one comes. Every step locks the crisis first, as those of the ladder do.
 */
@Component
@Transactional
public class HelpSteps {

    private static final int LONGEST_NOTE = 1000;

    private final Crises crises;
    private final Timeline timeline;
    private final LadderStore ladders;
    private final HelpStore store;
    private final LadderTable table;
    private final TierDuty duty;
    private final Paging paging;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HelpSteps(
            Crises crises,
            Timeline timeline,
            LadderStore ladders,
            HelpStore store,
            LadderTable table,
            TierDuty duty,
            Paging paging,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.crises = crises;
        this.timeline = timeline;
        this.ladders = ladders;
        this.store = store;
        this.table = table;
        this.duty = duty;
        this.paging = paging;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Calls the tiers that are demanded, and the next ones while nobody is on call there. */
    public Called call(String helpId) {
        Help help = store.get(helpId);
        Crisis crisis = crises.lock(help.crisisId());
        Standing ladder = ladders.lock(crisis.id()).orElseThrow();
        Standing step = ladder.stepped();
        ladders.save(step);
        int from = Math.min(help.nextTier(), Tier.LAST);
        int to = Math.max(from, help.demandedTier());
        List<String> called = new ArrayList<>();
        int tier = from;
        while (tier <= to || called.isEmpty() && tier <= Tier.LAST) {
            called.addAll(call(crisis, step, table.tier(crisis.level(), tier)));
            tier++;
        }
        store.called(helpId, tier);
        String sentence = called.isEmpty()
                ? "Nobody but the holder is left to be called. %s".formatted(help.reason())
                : "Called to help: %s. %s".formatted(names(called), help.reason());
        timeline.record(crisis.id(), "escalation.helpCalled", sentence);
        audit.record("escalation.helpCalled", crisis.id(), null, sentence);
        Tier highest = table.tier(crisis.level(), tier - 1);
        return new Called(clock.instant().plus(highest.pause()), highest.isLast() ? Reach.EVERYBODY : Reach.HIGHER);
    }

    /** To whom the task is offered: the tiers called so far, the people on call there, and the holder, who can end the call. */
    public Offer offer(String helpId) {
        Help help = store.get(helpId);
        Crisis crisis = crises.get(help.crisisId());
        List<Tier> tiers = table.of(crisis.level()).subList(help.firstTier() - 1, help.nextTier() - 1);
        Set<String> onCall = new LinkedHashSet<>();
        tiers.forEach(tier -> onCall.addAll(called(crisis, tier)));
        if (crisis.holder() != null) {
            onCall.add(crisis.holder());
        }
        return new Offer(tiers.stream().map(Tier::rota).filter(Objects::nonNull).toList(), List.copyOf(onCall));
    }

    /**
     * The current person helps; the holder says instead why no more help is needed.
     *
     * @param note what the person does, may be null
     * @throws Refused when the holder does not say why, or the note is too long
     */
    public void give(String helpId, String note) {
        Help help = store.get(helpId);
        Crisis crisis = crises.lock(help.crisisId());
        String person = people.actor();
        String what = note == null ? "" : note.strip();
        if (what.length() > LONGEST_NOTE) {
            throw new Refused("The note is longer than 1,000 characters.");
        }
        boolean holder = person.equals(crisis.holder());
        if (holder && what.isEmpty()) {
            throw new Refused("You have %s yourself: say why no more help is needed.".formatted(crisis.id()));
        }
        store.given(helpId, person, clock.instant(), what);
        String sentence = holder
                ? "No more help is needed: %s".formatted(what)
                : "%s helps. %s".formatted(people.displayName(person), what).strip();
        timeline.record(crisis.id(), "escalation.helpGiven", sentence);
        audit.record("escalation.helpGiven", crisis.id(), help, sentence);
        if (!holder) {
            events.publishEvent(new HelpJoined(crisis, person));
        }
    }

    private List<String> call(Crisis crisis, Standing step, Tier tier) {
        List<String> called = called(crisis, tier);
        List<String> others = duty.others(tier, duty.called(tier)).stream()
                .filter(person -> !person.equals(crisis.holder()))
                .toList();
        for (String person : called) {
            paging.page(new Paging.Request(
                    crisis.id(),
                    step.step(),
                    duty.isFallback(tier, person) ? 0 : tier.number(),
                    person,
                    others,
                    Paging.Kind.HELP,
                    tier.secondAddressAt(clock.instant())));
        }
        return called;
    }

    private List<String> called(Crisis crisis, Tier tier) {
        return duty.called(tier).stream()
                .filter(person -> !person.equals(crisis.holder()))
                .toList();
    }

    private String names(List<String> called) {
        return called.stream().map(people::displayName).distinct().collect(Collectors.joining(", "));
    }

    /** Whether a higher tier can still be called. */
    public enum Reach {
        HIGHER,
        EVERYBODY
    }

    /** @param due when the next tier is called unless somebody comes */
    public record Called(Instant due, Reach reach) {}

    /** @param groups who may take the task, besides the people on call */
    public record Offer(List<String> groups, List<String> people) {}
}
