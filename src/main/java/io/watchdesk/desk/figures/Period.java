package io.watchdesk.desk.figures;

import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days in the zone of the figures, which bound every query of them.
 *
 * @param from the first day
 * @param to the last day, included
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    /** More than a year, so that a year can be compared; still few enough rows to be counted while somebody waits. */
    public static final int LONGEST_DAYS = 400;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    /** Refuses periods that end before they begin, are too long, or lie in another age. */
    public Period {
        if (to.isBefore(from)) {
            throw new Refused(
                    "The period must not end before it begins: choose %s or a later day as its end.".formatted(from));
        }
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw new Refused("Choose days between the years %d and %d.".formatted(FIRST_YEAR, LAST_YEAR));
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw new Refused("A period has at most %d days.".formatted(LONGEST_DAYS));
        }
    }

    /** The last so many days up to and including this one. */
    public static Period until(LocalDate lastDay, int days, ZoneId zone) {
        return new Period(lastDay.minusDays(days - 1L), lastDay, zone);
    }

    /** How many days it has. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The period of the same length that ends where this one begins. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1), zone);
    }

    /** Where it begins. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
