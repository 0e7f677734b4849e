package io.watchdesk.publishing;

import static java.util.EnumSet.of;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.review.Approvals;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks and carries out what publishers decide. */
@Service
@Transactional
class PublicationDecider implements PublicationDecisions {

    private static final Map<Place, Set<Decision>> POSSIBLE = Map.of(
            Place.WAITING,
            of(
                    Decision.KEEP,
                    Decision.PUBLISH,
                    Decision.MOVE,
                    Decision.HOLD,
                    Decision.REVISE,
                    Decision.WITHDRAW,
                    Decision.DROP),
            Place.HELD,
            of(Decision.KEEP, Decision.RELEASE, Decision.MOVE, Decision.REVISE, Decision.WITHDRAW, Decision.DROP),
            Place.LATE,
            of(Decision.PUBLISH, Decision.MOVE, Decision.REVISE, Decision.DROP),
            Place.FAILED,
            of(Decision.PUBLISH, Decision.MOVE, Decision.REVISE, Decision.DROP));

    private static final Set<Decision> NEEDS_REASON =
            of(Decision.HOLD, Decision.RELEASE, Decision.REVISE, Decision.WITHDRAW, Decision.DROP);

    private final Ledger ledger;
    private final Holds holds;
    private final Withdrawals withdrawals;
    private final Approvals approvals;
    private final Clearance clearance;
    private final Accounts accounts;
    private final SlotPlanner slots;
    private final PublicationPlan plan;
    private final People people;
    private final AuditLog audit;
    private final PublicationNews news;
    private final Clock clock;

    PublicationDecider(
            Ledger ledger,
            Holds holds,
            Withdrawals withdrawals,
            Approvals approvals,
            Clearance clearance,
            Accounts accounts,
            SlotPlanner slots,
            PublicationPlan plan,
            People people,
            AuditLog audit,
            PublicationNews news,
            Clock clock) {
        this.ledger = ledger;
        this.holds = holds;
        this.withdrawals = withdrawals;
        this.approvals = approvals;
        this.clearance = clearance;
        this.accounts = accounts;
        this.slots = slots;
        this.plan = plan;
        this.people = people;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void decide(Place place, String publicationId, Decision decision, String reason, String newSlot) {
        if (!POSSIBLE.get(place).contains(decision)) {
            throw new Refused("\"%s\" is not possible here. Possible are: %s."
                    .formatted(Outcomes.text(decision), String.join(", ", names(place))));
        }
        if (NEEDS_REASON.contains(decision) && reason.isBlank()) {
            throw new Refused("Say why: this decision needs a reason.");
        }
        Publication before = ledger.get(publicationId);
        switch (decision) {
            case KEEP -> needsNoHold(before);
            case PUBLISH -> publish(place, before, reason);
            case MOVE -> move(before, reason, newSlot);
            case HOLD -> holds.place(Hold.Scope.PIECE, before.pieceId(), reason, people.actor());
            case RELEASE -> release(before, reason);
            case REVISE -> revise(before, reason);
            case WITHDRAW -> withdrawals.withdraw(before.pieceId(), reason);
            case DROP -> ledger.drop(publicationId, reason);
        }
        audit.record(
                "publishing.decided",
                before.pieceId(),
                Map.of(
                        "publication",
                        publicationId,
                        "slot",
                        before.slot().local().toString()),
                Map.of("decision", decision, "reason", reason, "place", place));
    }

    @Override
    public Instant confirm(String publicationId, boolean out, String link, String reason) {
        if (out) {
            if (link.isBlank()) {
                throw new Refused("Paste the link of the post.");
            }
            news.published(ledger.confirmOut(publicationId, link.strip()));
        } else {
            if (reason.isBlank()) {
                throw new Refused("Say why the post is not out.");
            }
            ledger.confirmAbsent(publicationId, reason);
        }
        return clock.instant();
    }

    private void publish(Place place, Publication publication, String reason) {
        needsNoHold(publication);
        switch (place) {
            case WAITING -> ledger.move(publication.id(), now(publication));
            case LATE -> ledger.allowLate(publication.id(), why(reason));
            case FAILED -> {
                again(publication, reason);
                ledger.allowLate(publication.id(), why(reason));
            }
            case HELD -> throw new IllegalStateException("A held publication is released first.");
        }
    }

    private void move(Publication publication, String reason, String newSlot) {
        Account account = accounts.require(publication.accountId());
        Slot slot = LocalTimes.future(newSlot, account, slots);
        plan.lockSlots();
        plan.occupant(account.id(), slot.at())
                .filter(other -> !other.publicationId().equals(publication.id()))
                .ifPresent(other -> {
                    throw new Refused("%s (%s) goes out on %s at %s already. Choose another time."
                            .formatted(other.publicationId(), other.pieceId(), account.name(), slot.local()));
                });
        clearance.unapproved(publication).ifPresent(objection -> {
            throw new Refused("%s cannot be moved, because it needs a new approval first. %s"
                    .formatted(publication.id(), objection.sentence()));
        });
        again(publication, reason);
        ledger.move(publication.id(), slot);
    }

    private void again(Publication publication, String reason) {
        if (publication.state() == State.REFUSED) {
            ledger.retry(publication.id(), why(reason));
        }
    }

    private void release(Publication publication, String reason) {
        holds.openFor(publication.id()).stream()
                .filter(hold -> hold.scope() == Hold.Scope.PIECE)
                .filter(hold -> people.find(hold.owner()).isPresent())
                .forEach(hold -> holds.release(hold.id(), reason));
        needsNoHold(publication);
    }

    private void revise(Publication publication, String reason) {
        withdrawals.needsNothingUnderWay(publication.pieceId());
        approvals.voidApproval(publication.pieceId(), reason);
    }

    private void needsNoHold(Publication publication) {
        List<Hold> open = holds.openFor(publication.id());
        if (!open.isEmpty()) {
            throw new Refused("It cannot go on while a hold is open. " + HoldSentences.of(open, people));
        }
    }

    private Slot now(Publication publication) {
        Account account = accounts.require(publication.accountId());
        return Slot.of(
                LocalDateTime.ofInstant(clock.instant(), account.zone()).truncatedTo(ChronoUnit.MINUTES),
                account.zone());
    }

    private static String why(String reason) {
        return reason.isBlank() ? "A publisher decided so." : reason;
    }

    private static List<String> names(Place place) {
        return POSSIBLE.get(place).stream().map(Outcomes::text).sorted().toList();
    }
}
