package io.watchdesk.review;

import io.watchdesk.account.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The days on which an account's country does not work, and those on which it works though it usually would not. */
public interface Holidays {

    /**
     * By day; weekends are left out.
     *
     * @param until the first day after
     * @param language of the names
     */
    List<Day> between(Account account, LocalDate from, LocalDate until, Locale language);

    /** @param name null where the source names none */
    record Day(LocalDate date, Kind kind, String name) {}

    /** What a day is. */
    enum Kind {
        /** A public holiday. */
        OFF,
        /** A weekend day on which people work to make up for a holiday. */
        MADE_UP
    }
}
