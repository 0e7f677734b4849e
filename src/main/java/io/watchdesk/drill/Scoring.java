package io.watchdesk.drill;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisFigures;
import io.watchdesk.crisis.CrisisFigures.Figures;
import io.watchdesk.crisis.CrisisFigures.Standing;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.HeldContent;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.drill.ScoreCard.Gap;
import io.watchdesk.drill.ScoreCard.Tier;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.escalation.Ladder.Paged;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reckons how a drill went from the milestones of its crisis, its ladder and its deadlines. */
@Component
class Scoring {

    private final Crises crises;
    private final CrisisResponse response;
    private final CrisisFigures figures;
    private final HeldContent heldContent;
    private final ObjectProvider<Ladder> ladders;
    private final People people;
    private final Clock clock;

    Scoring(
            Crises crises,
            CrisisResponse response,
            CrisisFigures figures,
            HeldContent heldContent,
            ObjectProvider<Ladder> ladders,
            People people,
            Clock clock) {
        this.crises = crises;
        this.response = response;
        this.figures = figures;
        this.heldContent = heldContent;
        this.ladders = ladders;
        this.people = people;
        this.clock = clock;
    }

    ScoreCard of(Drill drill) {
        Crisis crisis = crises.get(drill.crisisId());
        Ladder.State climbed = ladders.getObject().of(crisis.id());
        Figures measured = figures.of(crisis.id());
        List<Tier> tiers = tiers(crisis, climbed.paged());
        List<String> unreachable = unreachable(climbed.paged());
        return new ScoreCard(
                clock.instant(),
                after(crisis, Milestone.RATED),
                after(crisis, Milestone.HELD),
                climbed.paged().stream()
                        .map(Paged::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> seconds(crisis.firstSighted(), at))
                        .orElse(null),
                after(crisis, Milestone.ACKNOWLEDGED),
                after(crisis, Milestone.TRIAGED),
                after(crisis, Milestone.COMMAND_ASSEMBLED),
                after(crisis, Milestone.HOLDING_STATEMENT_OUT),
                after(crisis, Milestone.FULL_STATEMENT_OUT),
                after(crisis, Milestone.CLOSED),
                tiers,
                climbed.loop(),
                climbed.paged().size(),
                heldContent.of(crisis.id()).size(),
                measured.hit(),
                measured.missed(),
                unreachable,
                gaps(crisis, measured, tiers, climbed, unreachable));
    }

    private List<Tier> tiers(Crisis crisis, List<Paged> paged) {
        Instant taken = response.at(crisis.id(), Milestone.ACKNOWLEDGED);
        TreeMap<Integer, List<Paged>> byTier =
                paged.stream().collect(Collectors.groupingBy(Paged::tier, TreeMap::new, Collectors.toList()));
        List<Tier> tiers = new ArrayList<>();
        byTier.forEach((tier, pages) -> {
            Instant first =
                    pages.stream().map(Paged::at).min(Comparator.naturalOrder()).orElseThrow();
            boolean took = taken != null
                    && crisis.holder() != null
                    && pages.stream().anyMatch(page -> page.person().equals(crisis.holder()));
            tiers.add(new Tier(
                    tier,
                    (int) pages.stream().map(Paged::person).distinct().count(),
                    seconds(crisis.firstSighted(), first),
                    took ? seconds(first, taken) : null,
                    took ? people.displayName(crisis.holder()) : null));
        });
        return tiers;
    }

    private List<String> unreachable(List<Paged> paged) {
        return paged.stream()
                .collect(Collectors.groupingBy(Paged::person, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(person -> person.getValue().stream().anyMatch(Paged::unreached))
                .filter(person ->
                        person.getValue().stream().noneMatch(page -> page.through() != null && !page.unreached()))
                .map(person -> "%s: %s"
                        .formatted(
                                people.displayName(person.getKey()),
                                person.getValue()
                                        .get(person.getValue().size() - 1)
                                        .outcome()))
                .toList();
    }

    private List<Gap> gaps(
            Crisis crisis, Figures measured, List<Tier> tiers, Ladder.State climbed, List<String> unreachable) {
        List<Gap> gaps = new ArrayList<>();
        if (response.at(crisis.id(), Milestone.ACKNOWLEDGED) == null) {
            gaps.add(new Gap("notAcknowledged", "Nobody took the crisis."));
        }
        tiers.stream()
                .filter(tier -> tier.acknowledgedAfter() == null)
                .filter(tier -> tiers.stream().anyMatch(higher -> higher.tier() > tier.tier()))
                .forEach(tier -> gaps.add(new Gap(
                        "tier" + tier.tier(),
                        "Tier %d was paged and did not take it in time.".formatted(tier.tier()))));
        if (climbed.loop() > 0) {
            gaps.add(new Gap("loops", "The ladder had to call everybody again %d times.".formatted(climbed.loop())));
        }
        unreachable.forEach(person ->
                gaps.add(new Gap("unreachable " + person.replaceAll(":.*", ""), "Not reached: %s".formatted(person))));
        measured.deadlines().stream()
                .filter(each -> each.standing() == Standing.MISSED)
                .forEach(each -> gaps.add(new Gap(
                        "late " + Outcomes.text(each.deadline()),
                        each.reached() == null
                                ? "%s was never reached; its time was %s."
                                        .formatted(words(each.deadline()), ScoreSentences.time(each.budgetSeconds()))
                                : "%s came %s too late."
                                        .formatted(
                                                words(each.deadline()),
                                                ScoreSentences.time(seconds(each.due(), each.reached()))))));
        return gaps;
    }

    private static String words(Enum<?> name) {
        String words = name.name().toLowerCase().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Long after(Crisis crisis, Milestone milestone) {
        Instant at = response.at(crisis.id(), milestone);
        return at == null ? null : seconds(crisis.firstSighted(), at);
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
