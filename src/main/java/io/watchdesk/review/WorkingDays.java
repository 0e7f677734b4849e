package io.watchdesk.review;

import io.watchdesk.account.Account;
import java.time.LocalDate;

/** Which days the people of an account work. */
interface WorkingDays {

    /** Whether people of this account work on this day, public holidays and make-up days considered. */
    boolean isWorkingDay(Account account, LocalDate day);
}
