package io.watchdesk.oncall;

import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How the days ahead look on a rota: where nobody is on call, and who of those with a shift cannot be reached. */
@Component
class CoverageView {

    private final Rosters rosters;
    private final ContactBook contacts;
    private final RotaRights rights;
    private final People people;
    private final OnCallSettings settings;
    private final Clock clock;

    CoverageView(
            Rosters rosters,
            ContactBook contacts,
            RotaRights rights,
            People people,
            OnCallSettings settings,
            Clock clock) {
        this.rosters = rosters;
        this.contacts = contacts;
        this.rights = rights;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last moment that the check looks at. */
    Instant horizon() {
        return clock.instant().plus(Duration.ofDays(settings.coverageDays()));
    }

    /** Everything that is wrong now, as findings without an id, gaps first. */
    List<Finding> wrong(Rota rota) {
        Instant now = clock.instant();
        Instant end = horizon();
        Roster roster = rosters.of(rota, now);
        String owner = owner(rota);
        List<Finding> wrong = new ArrayList<>();
        for (Roster.Gap gap : roster.gaps(now, end)) {
            wrong.add(new Finding(
                    null,
                    rota.id(),
                    Finding.Kind.GAP,
                    null,
                    gap.from(),
                    gap.until(),
                    gap.until().equals(end),
                    nobody(rota, gap, now, end),
                    owner,
                    Finding.State.OPEN,
                    null));
        }
        nextShifts(roster.between(now, end))
                .forEach((person, shift) -> trouble(rota, person)
                        .ifPresent(words -> wrong.add(new Finding(
                                null,
                                rota.id(),
                                Finding.Kind.UNREACHABLE,
                                person,
                                shift.from(),
                                shift.until(),
                                false,
                                words,
                                owner,
                                Finding.State.OPEN,
                                null))));
        return wrong;
    }

    /** How much of the days ahead somebody is on call, in percent, rounded down: 100 means always. */
    int percent(Rota rota) {
        Instant now = clock.instant();
        Instant end = horizon();
        long all = Duration.between(now, end).toSeconds();
        long open = rosters.of(rota, now).gaps(now, end).stream()
                .mapToLong(gap -> Duration.between(gap.from(), gap.until()).toSeconds())
                .sum();
        return open == 0 ? 100 : (int) Math.min(99, (all - open) * 100 / Math.max(1, all));
    }

    /** Why nobody can be sure to reach this person, or empty. */
    Optional<String> trouble(Rota rota, String person) {
        if (people.find(person).isEmpty()) {
            return Optional.of("There is no person \"%s\", but %s counts on them.".formatted(person, rota.name()));
        }
        if (!rights.member(rota.id(), person)) {
            return Optional.of("%s is not in the group %s, so its tasks stay hidden from them."
                    .formatted(people.displayName(person), rota.id()));
        }
        List<ContactBook.Contact> known = contacts.known(person);
        if (known.isEmpty()) {
            return Optional.of("%s has no address.".formatted(people.displayName(person)));
        }
        if (known.stream().noneMatch(contact -> contact.dead() == null)) {
            ContactBook.Dead dead = known.get(0).dead();
            return Optional.of("All addresses of %s are marked dead, the first since %s: %s"
                    .formatted(people.displayName(person), Changes.shown(dead.since(), rota.zone()), dead.why()));
        }
        return Optional.empty();
    }

    private static String nobody(Rota rota, Roster.Gap gap, Instant now, Instant end) {
        if (gap.from().equals(now) && gap.until().equals(end)) {
            return "NOBODY IS ON CALL on %s: 0 %% of the days ahead are covered.".formatted(rota.name());
        }
        return "Nobody is on call on %s from %s to %s."
                .formatted(
                        rota.name(),
                        gap.from().equals(now) ? "now" : Changes.shown(gap.from(), rota.zone()),
                        Changes.shown(gap.until(), rota.zone()));
    }

    /** The owner if there is such a person. */
    private String owner(Rota rota) {
        return rota.owner() == null || people.find(rota.owner()).isEmpty() ? null : rota.owner();
    }

    private static Map<String, OnCall.Duty> nextShifts(List<OnCall.Duty> duties) {
        Map<String, OnCall.Duty> next = new TreeMap<>();
        duties.stream()
                .sorted(Comparator.comparing(OnCall.Duty::from))
                .forEach(duty -> next.putIfAbsent(duty.person(), duty));
        return next;
    }
}
