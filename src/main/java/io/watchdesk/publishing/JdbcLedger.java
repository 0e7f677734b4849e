package io.watchdesk.publishing;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.RestoredBackup;
import io.watchdesk.publishing.Claim.Outcome;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.review.Approvals;
import io.watchdesk.screening.Screenings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's rules over its rows. Every method locks the row before it looks, so two of them never decide at once. */
@Component
@Transactional
class JdbcLedger implements Ledger {

    private final Publications rows;
    private final Clearance clearance;
    private final Exemptions exemptions;
    private final Approvals approvals;
    private final Screenings screenings;
    private final Accounts accounts;
    private final RestoredBackup restored;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    JdbcLedger(
            Publications rows,
            Clearance clearance,
            Exemptions exemptions,
            Approvals approvals,
            Screenings screenings,
            Accounts accounts,
            RestoredBackup restored,
            People people,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.clearance = clearance;
        this.exemptions = exemptions;
        this.approvals = approvals;
        this.screenings = screenings;
        this.accounts = accounts;
        this.restored = restored;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Publication plan(String pieceId, String accountId, int revision, Slot slot) {
        // Before any row of ours: who retires an account takes this lock first, too.
        if (!accounts.keep(accountId)) {
            throw new Refused(SlotPlanner.RETIRED.formatted(accountId));
        }
        return planned(pieceId, accountId, revision, slot);
    }

    private Publication planned(String pieceId, String accountId, int revision, Slot slot) {
        Approvals.Approval approval = approvalOf(pieceId, revision);
        Optional<Publication> known = rows.lock(pieceId, accountId, revision);
        if (known.isEmpty()) {
            Publication planned = rows.insert(
                    pieceId,
                    accountId,
                    revision,
                    approval.hash(),
                    null,
                    exemptions.crisisOf(pieceId),
                    slot,
                    approval.listVersion());
            lookedUpFirst(planned, approval);
            return changed(null, rows.get(planned.id()), "planned", null);
        }
        Publication before = known.get();
        boolean mayWaitAgain = before.waiting() || before.state() == State.DROPPED && before.callStartedAt() == null;
        if (!mayWaitAgain) {
            return before;
        }
        rows.replan(before.id(), approval.hash(), approval.listVersion(), slot);
        return changed(before, rows.get(before.id()), "planned", null);
    }

    @Override
    public Publication planCorrection(String publicationId, int revision, Slot slot) {
        // What is out on a retired account can still be put right.
        accounts.keep(rows.get(publicationId).accountId());
        Publication root = rows.lock(rows.get(publicationId).root());
        if (root.state() != State.PUBLISHED) {
            throw new Refused("%s is not out, so there is nothing to correct.".formatted(root.id()));
        }
        if (revision <= root.revision()) {
            throw new Refused("Version %d of %s is not newer than version %d, which is out."
                    .formatted(revision, root.pieceId(), root.revision()));
        }
        Approvals.Approval approval = approvalOf(root.pieceId(), revision);
        if (rows.lock(root.pieceId(), root.accountId(), revision).isPresent()) {
            return planned(root.pieceId(), root.accountId(), revision, slot);
        }
        Publication planned = rows.insert(
                root.pieceId(),
                root.accountId(),
                revision,
                approval.hash(),
                root.id(),
                exemptions.crisisOf(root.pieceId()),
                slot,
                approval.listVersion());
        return changed(null, planned, "planned", "Corrects " + root.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Publication get(String publicationId) {
        return rows.get(publicationId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication> ofPiece(String pieceId) {
        return rows.ofPiece(pieceId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication> inState(State... states) {
        return rows.inState(states);
    }

    @Override
    public Claim claim(String publicationId) {
        Publication publication = rows.lock(publicationId);
        Claim claim = standing(publication)
                .or(() -> clearance.objection(publication))
                .or(() -> words(publication))
                .orElse(new Claim(Outcome.CLEAR, "It may go out."));
        if (claim.outcome() == Outcome.CLEAR) {
            rows.claimed(publicationId);
            rows.keepText(publicationId, publication.hash(), clearance.canonicalForm(publication));
            note(publicationId, "claimed", null);
            exemptions.record(publication);
        } else if (publication.waiting()) {
            State back = claim.outcome() == Outcome.REFUSED ? State.REFUSED : State.READY;
            rows.settle(publicationId, back, claim.sentence());
            note(publicationId, "notClaimed", claim.sentence());
        }
        return claim;
    }

    @Override
    public Publication move(String publicationId, Slot slot) {
        Publication before = waiting(publicationId);
        rows.slot(publicationId, slot);
        return changed(before, rows.get(publicationId), "moved", null);
    }

    @Override
    public Publication allowLate(String publicationId, String reason) {
        Publication before = waiting(publicationId);
        rows.allowLate(publicationId);
        return changed(before, rows.get(publicationId), "lateAllowed", reason);
    }

    @Override
    public Publication drop(String publicationId, String reason) {
        Publication before = rows.lock(publicationId);
        if (before.state() == State.DROPPED) {
            return before;
        }
        requireWaiting(before);
        rows.settle(publicationId, State.DROPPED, reason);
        return changed(before, rows.get(publicationId), "dropped", reason);
    }

    @Override
    public Publication retry(String publicationId, String reason) {
        Publication before = rows.lock(publicationId);
        if (before.state() != State.REFUSED) {
            throw new Refused("%s was not refused, so there is nothing to try again.".formatted(publicationId));
        }
        rows.settle(publicationId, State.READY, reason);
        return changed(before, rows.get(publicationId), "retried", reason);
    }

    @Override
    public Publication confirmOut(String publicationId, String link) {
        Publication before = rows.lock(publicationId);
        if (before.state() == State.PUBLISHED && link.equals(before.link())) {
            return before;
        }
        requireLooked(before);
        String checked = Links.checked(link);
        if (rows.linkTaken(checked, before)) {
            throw new Refused("Another publication has the link %s already.".formatted(checked));
        }
        rows.published(publicationId, before.remoteId(), checked, clock.instant(), "Confirmed by " + people.actor());
        return changed(before, rows.get(publicationId), "published", checked);
    }

    @Override
    public Publication confirmAbsent(String publicationId, String reason) {
        Publication before = rows.lock(publicationId);
        requireLooked(before);
        rows.settle(publicationId, State.READY, reason);
        return changed(before, rows.get(publicationId), "foundAbsent", reason);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attempt> attempts(String publicationId) {
        return rows.attempts(publicationId);
    }

    /** What was approved before a restored backup was made may have been planned and sent in the time that is lost. */
    private void lookedUpFirst(Publication planned, Approvals.Approval approval) {
        restored.lookedUpUntil()
                .filter(approval.approvedAt()::isBefore)
                .ifPresent(taken -> rows.settle(
                        planned.id(),
                        State.UNKNOWN,
                        "It was approved before the backup of %s, from which the database was restored; perhaps it went out since."
                                .formatted(taken)));
    }

    /** What the row's own state says, whatever the world looks like now. */
    private static Optional<Claim> standing(Publication publication) {
        Outcome outcome = switch (publication.state()) {
            case PLANNED, READY -> null;
            case IN_FLIGHT -> publication.callStartedAt() == null ? null : Outcome.UNKNOWN;
            case WITH_PERSON, UNKNOWN -> Outcome.UNKNOWN;
            case PUBLISHED, TAKEN_DOWN -> Outcome.ALREADY_OUT;
            case REFUSED -> Outcome.REFUSED;
            case DROPPED -> Outcome.DROPPED;
        };
        return Optional.ofNullable(outcome)
                .map(o -> new Claim(
                        o,
                        publication.lastAnswer() == null
                                ? "%s is %s.".formatted(publication.id(), publication.state())
                                : publication.lastAnswer()));
    }

    private Optional<Claim> words(Publication publication) {
        if (!clearance.listOutdated(publication)) {
            return Optional.empty();
        }
        String version = screenings.listVersion();
        Optional<Claim> blocked = clearance.words(publication);
        if (blocked.isEmpty()) {
            rows.listVersion(publication.id(), version);
        }
        return blocked;
    }

    private Approvals.Approval approvalOf(String pieceId, int revision) {
        return approvals
                .current(pieceId)
                .filter(approval -> approval.version() == revision)
                .orElseThrow(
                        () -> new Refused("Version %d of %s has no approval in force.".formatted(revision, pieceId)));
    }

    private Publication waiting(String publicationId) {
        Publication publication = rows.lock(publicationId);
        requireWaiting(publication);
        return publication;
    }

    private static void requireWaiting(Publication publication) {
        if (!publication.waiting()) {
            throw new Refused(
                    switch (publication.state()) {
                        case PUBLISHED -> "%s is out already: %s".formatted(publication.id(), publication.link());
                        case TAKEN_DOWN -> "%s was out and was taken down.".formatted(publication.id());
                        case DROPPED -> "%s was dropped: %s".formatted(publication.id(), publication.lastAnswer());
                        case WITH_PERSON ->
                            "%s is with a person who posts it; they must say first that it is not out."
                                    .formatted(publication.id());
                        default -> "%s is being sent; how that ended must be known first.".formatted(publication.id());
                    });
        }
    }

    private static void requireLooked(Publication publication) {
        boolean open = publication.state() == State.UNKNOWN || publication.state() == State.WITH_PERSON;
        if (!open) {
            throw new Refused("%s is %s, so nobody needs to say whether it is out."
                    .formatted(
                            publication.id(),
                            publication.state().name().toLowerCase().replace('_', ' ')));
        }
    }

    private Publication changed(Publication before, Publication after, String step, String answer) {
        note(after.id(), step, answer);
        audit.record("publishing." + step, after.pieceId(), before, after);
        return after;
    }

    private void note(String id, String step, String answer) {
        rows.attempt(id, rows.calls(id), step, answer, people.actor());
    }
}
