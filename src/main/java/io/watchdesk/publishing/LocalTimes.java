package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.platform.Refused;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** Reads the local times that people type. */
final class LocalTimes {

    private LocalTimes() {}

    /** The slot that the text means in the account's zone; refuses what cannot be read and what is past. */
    static Slot future(String text, Account account, SlotPlanner slots) {
        if (text == null || text.isBlank()) {
            throw new Refused(
                    "The new time for %s is missing. Write it as 2026-12-01T08:30.".formatted(account.name()));
        }
        Slot slot;
        try {
            slot = Slot.of(LocalDateTime.parse(text.strip()), account.zone());
        } catch (DateTimeParseException e) {
            throw new Refused("The time \"%s\" for %s cannot be understood. Write it as 2026-12-01T08:30."
                    .formatted(text.strip(), account.name()));
        }
        if (!slots.ahead(slot)) {
            throw new Refused("%s (%s) is over for %s. Choose a time in the future."
                    .formatted(text.strip(), account.zone(), account.name()));
        }
        return slot;
    }
}
