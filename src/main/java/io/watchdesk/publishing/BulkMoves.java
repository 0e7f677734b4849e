package io.watchdesk.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.work.LongWork;
import io.watchdesk.work.Progress;
import io.watchdesk.work.WorkKind;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves many publications one by one, each as if a publisher had moved it alone: what that refuses is refused here. */
@Component
public class BulkMoves implements WorkKind {

    private static final String KIND = "move-publications";
    private static final String MOVERS = "publishers";
    private static final int MOST_DAYS = 366;

    private final PublicationMoves moves;
    private final Ledger ledger;
    private final PublicationPlan plan;
    private final SlotPlanner slots;
    private final Accounts accounts;
    private final Contents contents;
    private final LongWork work;
    private final People people;
    private final ObjectMapper json;
    private final Clock clock;

    BulkMoves(
            PublicationMoves moves,
            Ledger ledger,
            PublicationPlan plan,
            SlotPlanner slots,
            Accounts accounts,
            Contents contents,
            LongWork work,
            People people,
            ObjectMapper json,
            Clock clock) {
        this.moves = moves;
        this.ledger = ledger;
        this.plan = plan;
        this.slots = slots;
        this.accounts = accounts;
        this.contents = contents;
        this.work = work;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Begins to move these publications.
     *
     * @param days how many days later (or, below zero, earlier) at the same local time; null for the next free slots of
     *     the policy, the earliest publication first
     * @return the id of the long work
     * @throws Refused when the current person is no publisher, or nothing or too much is asked for
     */
    @Transactional
    public String begin(List<String> publicationIds, Integer days, String reason) {
        if (!people.groupsOf(people.actor()).contains(MOVERS)) {
            throw new Refused("Only publishers move a publication. Ask one of them.");
        }
        if (days != null && (days == 0 || Math.abs(days) > MOST_DAYS)) {
            throw new Refused("Choose by how many days to move: 1 to %d, earlier or later.".formatted(MOST_DAYS));
        }
        Comparator<Publication> bySlot =
                Comparator.comparing(publication -> publication.slot().at());
        // The one in front goes first, so that no post takes a moment that another one is about to leave.
        Comparator<Publication> order = days != null && days > 0 ? bySlot.reversed() : bySlot;
        return work.begin(
                KIND,
                days == null ? "→" : "%+d d".formatted(days),
                publicationIds.stream()
                        .distinct()
                        .map(ledger::get)
                        .sorted(order)
                        .map(publication -> step(publication, days, reason))
                        .toList());
    }

    private Step step(Publication publication, Integer days, String reason) {
        LocalDateTime from = publication.slot().local();
        LocalDateTime to = days == null ? null : from.plusDays(days);
        String account =
                accounts.find(publication.accountId()).map(Account::name).orElse(publication.accountId());
        return new Step(
                "%s · %s · %s".formatted(publication.id(), account, publication.pieceId()),
                written(new Order(publication.id(), from.toString(), to == null ? null : to.toString(), reason)));
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public Done carryOut(Step step, Progress progress) {
        Order order = read(step.detail());
        Publication publication = ledger.get(order.publication());
        if (!publication.slot().local().equals(LocalDateTime.parse(order.from()))) {
            throw new Refused("Somebody else has moved %s to %s meanwhile."
                    .formatted(publication.id(), publication.slot().local()));
        }
        String to = order.to() == null ? nextFree(publication) : order.to();
        moves.move(publication.id(), to, order.reason());
        return Done.with("%s → %s".formatted(order.from().replace('T', ' '), to.replace('T', ' ')));
    }

    private String nextFree(Publication publication) {
        Account account = accounts.require(publication.accountId());
        plan.lockSlots();
        return slots.nextFree(
                        contents.piece(publication.pieceId()).brief(),
                        account,
                        plan.taken(account.id(), clock.instant()))
                .map(slot -> slot.local().toString())
                .orElseThrow(
                        () -> new Refused("No policy gives a next free slot on %s for this kind of post. Choose a time."
                                .formatted(account.name())));
    }

    private String written(Order order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written as JSON.", e);
        }
    }

    private Order read(String detail) {
        try {
            return json.readValue(detail, Order.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was put down cannot be read.", e);
        }
    }

    /**
     * One move.
     *
     * @param from the local time at which it stood when this was asked for
     * @param to the wished local time, or null for the next free slot
     */
    private record Order(String publication, String from, String to, String reason) {}
}
