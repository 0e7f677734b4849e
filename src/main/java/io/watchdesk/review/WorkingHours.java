package io.watchdesk.review;

import io.watchdesk.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Clocks that run only while the people of an account are at work: in the account's zone, between its hours, on its working
 * days, not on public holidays. What counts is time that really passes: a working day with a daylight-saving switch inside
 * its hours is an hour shorter or longer, and outside of them nothing changes.
 */
@Component
public class WorkingHours {

    /** Longer than any holiday: an account that never works in this time is set up wrongly. */
    private static final int MOST_DAYS_SEARCHED = 3660;

    private final WorkingDays days;

    WorkingHours(WorkingDays days) {
        this.days = days;
    }

    /**
     * The moment at which so much working time has passed since the start.
     *
     * @param working not negative; zero gives the start itself
     * @throws IllegalStateException when the account has no working time in ten years
     */
    public Instant add(Account account, Instant start, Duration working) {
        if (working.isZero()) {
            return start;
        }
        Duration left = working;
        // An overnight shift that began the day before may still be running.
        LocalDate day = start.atZone(account.zone()).toLocalDate().minusDays(1);
        for (int searched = 0; searched < MOST_DAYS_SEARCHED; searched++, day = day.plusDays(1)) {
            if (!days.isWorkingDay(account, day)) {
                continue;
            }
            Instant opens = later(start, at(day, account.workFrom(), account.zone()));
            Duration open = Duration.between(opens, closing(account, day));
            if (open.compareTo(left) >= 0) {
                return opens.plus(left);
            }
            if (!open.isNegative()) {
                left = left.minus(open);
            }
        }
        throw new IllegalStateException(
                "The account %s has no working time in ten years; check its working days and hours."
                        .formatted(account.id()));
    }

    /** The working time between two moments; zero when the second is not later. */
    public Duration between(Account account, Instant start, Instant end) {
        Duration sum = Duration.ZERO;
        LocalDate last = end.atZone(account.zone()).toLocalDate();
        LocalDate day = start.atZone(account.zone()).toLocalDate().minusDays(1);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (days.isWorkingDay(account, day)) {
                Instant from = later(start, at(day, account.workFrom(), account.zone()));
                Instant closing = closing(account, day);
                Instant to = closing.isBefore(end) ? closing : end;
                if (to.isAfter(from)) {
                    sum = sum.plus(Duration.between(from, to));
                }
            }
        }
        return sum;
    }

    /** The end of a working day; hours that end before they begin end on the next day. */
    private static Instant closing(Account account, LocalDate day) {
        boolean overnight = !account.workTo().isAfter(account.workFrom());
        return at(overnight ? day.plusDays(1) : day, account.workTo(), account.zone());
    }

    /** A local time that a switch skips is the moment of the switch plus the gap; one that comes twice is the first. */
    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
