package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.content.Brief;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds when a post goes out on an account: at the wished time, or in the next free slot of the policy. */
@Component
class SlotPlanner {

    /** Said of an account that was retired after the piece was begun for it. */
    static final String RETIRED =
            "The account \"%s\" is retired, so nothing new is planned on it. Put it in force again in"
                    + " the register of accounts, or withdraw the piece.";

    /** Every weekday comes back within a week; eight of them leave room for many posts before it. */
    private static final int DAYS_TO_LOOK_AHEAD = 56;

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final SlotRules rules;
    private final Clock clock;

    SlotPlanner(SlotRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param taken moments at which the account publishes already */
    Proposal propose(Brief brief, Account account, Set<Instant> taken) {
        if (brief.wishedAt() != null) {
            return wished(brief.wishedAt(), account);
        }
        return nextFree(brief, account, taken)
                .map(slot -> new Proposal(slot, null))
                .orElseGet(() -> new Proposal(
                        null,
                        "No policy gives a free slot on %s for this kind of post. Choose a time."
                                .formatted(account.name())));
    }

    /** The earliest free slot of the policy after now, or empty when the policy leaves it to a person. */
    Optional<Slot> nextFree(Brief brief, Account account, Set<Instant> taken) {
        return rules.ruleFor(brief.format(), brief.category(), account.platform())
                .flatMap(rule -> firstOf(rule, account, taken));
    }

    /** This moment as a slot of the account. */
    Slot now(Account account) {
        return new Slot(
                LocalDateTime.ofInstant(clock.instant(), account.zone()).truncatedTo(ChronoUnit.MINUTES),
                account.zone(),
                clock.instant());
    }

    /** Whether this slot is still ahead. */
    boolean ahead(Slot slot) {
        return slot.at().isAfter(clock.instant());
    }

    private Proposal wished(LocalDateTime wish, Account account) {
        Slot slot = Slot.of(wish, account.zone());
        if (ahead(slot)) {
            return new Proposal(slot, null);
        }
        return new Proposal(
                null,
                "The wished time %s (%s) is over for %s. Choose another one."
                        .formatted(SHOWN.format(wish), account.zone(), account.name()));
    }

    private Optional<Slot> firstOf(SlotRules.Rule rule, Account account, Set<Instant> taken) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
        for (int day = 0; day <= DAYS_TO_LOOK_AHEAD; day++) {
            LocalDate date = today.plusDays(day);
            if (!rule.days().contains(date.getDayOfWeek())) {
                continue;
            }
            for (LocalTime time : rule.times()) {
                Slot slot = Slot.of(date.atTime(time), account.zone());
                if (ahead(slot) && !taken.contains(slot.at())) {
                    return Optional.of(slot);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * @param slot null when a person has to choose
     * @param problem why a person has to choose, as a sentence; null when there is a slot
     */
    record Proposal(Slot slot, String problem) {}
}
