package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.review.Approvals;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans by wish, by policy or by a person's answer, and writes the result into the ledger. */
@Service
@Transactional
class PublicationScheduler implements Scheduling {

    private final Contents contents;
    private final Accounts accounts;
    private final Approvals approvals;
    private final Ledger ledger;
    private final PublicationPlan plan;
    private final SlotPlanner slots;
    private final Clock clock;

    PublicationScheduler(
            Contents contents,
            Accounts accounts,
            Approvals approvals,
            Ledger ledger,
            PublicationPlan plan,
            SlotPlanner slots,
            Clock clock) {
        this.contents = contents;
        this.accounts = accounts;
        this.approvals = approvals;
        this.ledger = ledger;
        this.plan = plan;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    public Plan plan(String pieceId) {
        Piece piece = contents.piece(pieceId);
        int revision = approvedRevision(pieceId);
        List<String> planned = new ArrayList<>();
        boolean complete = true;
        plan.lockSlots();
        for (Line line : lines(piece, revision)) {
            switch (line.need()) {
                case NOTHING -> {}
                case RUNNING -> planned.add(line.newest().id());
                case SLOT -> {
                    if (line.slot() == null) {
                        complete = false;
                    } else {
                        planned.add(write(piece, line, revision, line.slot()).id());
                    }
                }
            }
        }
        if (complete) {
            contents.moveTo(pieceId, Piece.Stage.SCHEDULED);
        }
        return new Plan(complete ? Outcome.PLANNED : Outcome.NEEDS_PERSON, planned);
    }

    @Override
    public List<String> planNow(String pieceId) {
        Piece piece = contents.piece(pieceId);
        int revision = approvedRevision(pieceId);
        List<String> planned = new ArrayList<>();
        for (Line line : lines(piece, revision)) {
            switch (line.need()) {
                case NOTHING -> {}
                case RUNNING -> planned.add(line.newest().id());
                case SLOT ->
                    planned.add(write(piece, line, revision, slots.now(accounts.require(line.accountId())))
                            .id());
            }
        }
        contents.moveTo(pieceId, Piece.Stage.SCHEDULED);
        return planned;
    }

    /** Not a read-only transaction: asking the slot table for a suggestion writes the engine's decision history. */
    @Override
    public List<OpenSlot> openSlots(String pieceId) {
        Piece piece = contents.piece(pieceId);
        return open(piece, approvedRevision(pieceId)).stream()
                .map(line -> new OpenSlot(
                        line.accountId(),
                        line.account() == null
                                ? line.accountId()
                                : line.account().name(),
                        line.account() == null ? null : line.account().zone().getId(),
                        line.problem(),
                        line.account() == null ? null : suggestion(piece, line.account())))
                .toList();
    }

    @Override
    public void choose(String pieceId, Map<String, String> answers) {
        Piece piece = contents.piece(pieceId);
        int revision = approvedRevision(pieceId);
        List<String> problems = new ArrayList<>();
        Map<String, String> left = new HashMap<>(answers);
        plan.lockSlots();
        for (Line line : open(piece, revision)) {
            String answer = left.remove(line.accountId());
            try {
                write(piece, line, revision, chosen(piece, line, answer));
            } catch (Refused refused) {
                problems.add(refused.getMessage());
            }
        }
        left.keySet().stream()
                .sorted()
                .map("The account \"%s\" does not wait for a time."::formatted)
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
    }

    private Slot chosen(Piece piece, Line line, String answer) {
        Account account = accounts.require(line.accountId());
        if (answer == null || answer.isBlank()) {
            throw new Refused("Choose a time for %s.".formatted(account.name()));
        }
        if (NEXT_FREE.equals(answer.strip())) {
            return slots.nextFree(piece.brief(), account, taken(account))
                    .orElseThrow(() ->
                            new Refused("No policy gives a next free slot on %s for this kind of post. Choose a time."
                                    .formatted(account.name())));
        }
        return LocalTimes.future(answer, account, slots);
    }

    private Publication write(Piece piece, Line line, int revision, Slot slot) {
        if (line.newest() != null && line.newest().waiting()) {
            ledger.drop(line.newest().id(), "Revision %d takes its place.".formatted(revision));
        }
        return ledger.plan(piece.id(), line.accountId(), revision, slot);
    }

    private LocalDateTime suggestion(Piece piece, Account account) {
        return slots.nextFree(piece.brief(), account, taken(account))
                .map(Slot::local)
                .orElse(null);
    }

    private List<Line> open(Piece piece, int revision) {
        return lines(piece, revision).stream()
                .filter(line -> line.need() == Need.SLOT && line.slot() == null)
                .toList();
    }

    private List<Line> lines(Piece piece, int revision) {
        Map<String, List<Publication>> byAccount =
                ledger.ofPiece(piece.id()).stream().collect(Collectors.groupingBy(Publication::accountId));
        return piece.brief().accounts().stream()
                .distinct()
                .map(id -> line(piece, revision, id, byAccount.getOrDefault(id, List.of())))
                .toList();
    }

    private Line line(Piece piece, int revision, String accountId, List<Publication> rows) {
        Account account = accounts.find(accountId).orElse(null);
        Publication newest = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        if (newest == null) {
            return fresh(piece, accountId, account, null);
        }
        boolean out = rows.stream().anyMatch(row -> row.publishedAt() != null);
        if (out || newest.state() == State.DROPPED) {
            return new Line(accountId, account, newest, Need.NOTHING, null, null);
        }
        if (newest.revision() == revision || !newest.waiting()) {
            return new Line(accountId, account, newest, Need.RUNNING, null, null);
        }
        if (slots.ahead(newest.slot())) {
            return new Line(accountId, account, newest, Need.SLOT, newest.slot(), null);
        }
        return new Line(
                accountId,
                account,
                newest,
                Need.SLOT,
                null,
                "The time it had on %s passed while it was revised. Choose another one.".formatted(accountId));
    }

    private Line fresh(Piece piece, String accountId, Account account, Publication newest) {
        if (account == null) {
            return new Line(
                    accountId,
                    null,
                    newest,
                    Need.SLOT,
                    null,
                    "The account \"%s\" is not in the settings any more.".formatted(accountId));
        }
        if (accounts.isRetired(accountId)) {
            return new Line(accountId, account, newest, Need.SLOT, null, SlotPlanner.RETIRED.formatted(accountId));
        }
        SlotPlanner.Proposal proposal = slots.propose(piece.brief(), account, taken(account));
        return new Line(accountId, account, newest, Need.SLOT, proposal.slot(), proposal.problem());
    }

    private Set<Instant> taken(Account account) {
        return plan.taken(account.id(), clock.instant());
    }

    private int approvedRevision(String pieceId) {
        return approvals
                .current(pieceId)
                .map(Approvals.Approval::version)
                .orElseThrow(
                        () -> new Refused("%s has no approval in force, so it cannot be planned.".formatted(pieceId)));
    }

    private enum Need {
        NOTHING,
        RUNNING,
        SLOT
    }

    /** Where one account of the brief stands; {@code problem} says why a person is asked. */
    private record Line(String accountId, Account account, Publication newest, Need need, Slot slot, String problem) {}
}
