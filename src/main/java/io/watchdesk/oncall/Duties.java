package io.watchdesk.oncall;

import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Duties across rotas, for pages and calendars. */
@Component
@Transactional(readOnly = true)
public class Duties {

    /** The longest period that is computed at once. */
    private static final Duration LONGEST = Duration.ofDays(400);

    /** Departures this long before a period may still bound a shift that begins before it. */
    private static final Duration MARGIN = Duration.ofDays(62);

    private final RotaTable rotas;
    private final Rosters rosters;
    private final Clock clock;

    Duties(RotaTable rotas, Rosters rosters, Clock clock) {
        this.rotas = rotas;
        this.rosters = rosters;
        this.clock = clock;
    }

    /** The duties of a rota that overlap a period, cut at its ends; refuses more than 400 days and other centuries. */
    public List<OnCall.Duty> of(String rota, Instant from, Instant to) {
        Rota known = rotas.require(rota);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new Refused("Ask for a period of at most %d days.".formatted(LONGEST.toDays()));
        }
        Instant farthest = clock.instant().plus(LONGEST.multipliedBy(5));
        if (to.isAfter(farthest)) {
            throw new Refused("That is too far ahead; the farthest is %s.".formatted(farthest));
        }
        return rosters.of(known, from).between(from, to);
    }

    /** One person's duties on all rotas in a period, whole shifts, earliest first. */
    public List<OnCall.Duty> ofPerson(String person, Instant from, Instant to) {
        return rotas.all().stream()
                .flatMap(rota -> whole(rota, person, from, to).stream())
                .sorted(Comparator.comparing(OnCall.Duty::from).thenComparing(OnCall.Duty::rota))
                .toList();
    }

    private List<OnCall.Duty> whole(Rota rota, String person, Instant from, Instant to) {
        Roster roster = rosters.of(rota, from.minus(MARGIN));
        return roster.between(from, to).stream()
                .filter(duty -> duty.person().equals(person))
                .map(duty -> duty.from().equals(from) || duty.until().equals(to) ? uncut(roster, duty) : duty)
                .toList();
    }

    private static OnCall.Duty uncut(Roster roster, OnCall.Duty duty) {
        Instant from = roster.at(duty.from()).stream()
                .filter(each -> each.person().equals(duty.person()))
                .findFirst()
                .map(OnCall.Duty::from)
                .orElse(duty.from());
        Instant until = roster.at(duty.until().minusMillis(1)).stream()
                .filter(each -> each.person().equals(duty.person()))
                .findFirst()
                .map(OnCall.Duty::until)
                .orElse(duty.until());
        return new OnCall.Duty(duty.rota(), duty.person(), from, until);
    }

    /**
     * The moment that a person means: an instant such as {@code 2026-11-23T01:00:00Z}, or a local time of the rota such as
     * {@code 2026-11-23T09:00}.
     *
     * @return null for no text
     * @throws Refused when it is neither
     */
    public Instant moment(String text, ZoneId zone) {
        if (Changes.blank(text)) {
            return null;
        }
        String stripped = text.strip();
        try {
            return stripped.endsWith("Z")
                    ? Instant.parse(stripped)
                    : LocalTimes.instant(LocalDateTime.parse(stripped), zone);
        } catch (DateTimeParseException e) {
            throw new Refused(
                    "The time \"%s\" cannot be understood. Write it as 2026-12-01T08:30.".formatted(stripped));
        }
    }
}
