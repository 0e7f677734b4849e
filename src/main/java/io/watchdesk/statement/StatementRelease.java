package io.watchdesk.statement;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Scheduling;
import io.watchdesk.review.Approvals;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an approved statement, and of one that nobody wants any more. */
@Service
@Transactional
public class StatementRelease {

    private final StatementStore store;
    private final Updates updates;
    private final StatementProcess process;
    private final Scheduling scheduling;
    private final Ledger ledger;
    private final Contents contents;
    private final Approvals approvals;
    private final Crises crises;
    private final CrisisResponse response;
    private final CrisisRights rights;
    private final Timeline timeline;
    private final Notifications notifications;
    private final People people;
    private final AuditLog audit;
    private final StatementSettings settings;

    StatementRelease(
            StatementStore store,
            Updates updates,
            @Lazy StatementProcess process,
            Scheduling scheduling,
            Ledger ledger,
            Contents contents,
            Approvals approvals,
            Crises crises,
            CrisisResponse response,
            CrisisRights rights,
            Timeline timeline,
            Notifications notifications,
            People people,
            AuditLog audit,
            StatementSettings settings) {
        this.store = store;
        this.updates = updates;
        this.process = process;
        this.scheduling = scheduling;
        this.ledger = ledger;
        this.contents = contents;
        this.approvals = approvals;
        this.crises = crises;
        this.response = response;
        this.rights = rights;
        this.timeline = timeline;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.settings = settings;
    }

    /** Tells everybody in the house what the public will read in a moment. */
    public void tellStaff(String statementId) {
        Statement statement = store.get(statementId);
        Version version = version(statement);
        TreeSet<String> staff = settings.staff().stream()
                .flatMap(group -> people.inGroup(group).stream())
                .map(People.Person::id)
                .collect(Collectors.toCollection(TreeSet::new));
        staff.forEach(person -> notifications.tellPerson(
                person,
                new Message.StatementComing(
                        statement.crisisId(),
                        crises.get(statement.crisisId()).title(),
                        version.title(),
                        version.body().lines().toList())));
        timeline.record(
                statement.crisisId(),
                "statement.staffTold",
                "%d people in the house read %s before the public does.".formatted(staff.size(), statementId));
    }

    /** Writes down that it goes out now on each of its accounts; see {@link Scheduling#planNow}. */
    public List<String> plan(String statementId) {
        return scheduling.planNow(store.get(statementId).pieceId());
    }

    /** Notes what became of its publications: out when at least one account has it, else dropped. */
    public Statement.State settle(String statementId) {
        Statement statement = store.lock(statementId);
        List<Publication> out = ledger.ofPiece(statement.pieceId()).stream()
                .filter(publication -> publication.state() == Publication.State.PUBLISHED)
                .toList();
        if (out.isEmpty()) {
            return Statement.State.DROPPED;
        }
        String links = out.stream().map(Publication::link).collect(Collectors.joining(" "));
        said(statement, Statement.State.OUT, "%s is out: %s".formatted(what(statement), links));
        return Statement.State.OUT;
    }

    /** A drill's statement is approved; nothing of it leaves the house, and its clock stops. */
    public void keep(String statementId) {
        Statement statement = store.lock(statementId);
        said(statement, Statement.State.KEPT, "Drill: %s is approved and not published.".formatted(what(statement)));
    }

    private void said(Statement statement, Statement.State state, String sentence) {
        store.ended(statement.id(), state, null);
        timeline.record(statement.crisisId(), "statement.out", sentence);
        audit.record("statement.out", statement.id(), statement, store.get(statement.id()));
        updates.spoken(statement, version(statement).body());
        statement.kind().milestone().ifPresent(milestone -> response.reached(statement.crisisId(), milestone));
        process.updateDemanded(statement.crisisId());
    }

    /** Something stands against the approved text: the approval is void and it is written anew. */
    public void reopen(String statementId) {
        Statement statement = store.lock(statementId);
        approvals.voidApproval(statement.pieceId(), "The statement is written anew.");
        store.drafting(statementId);
        timeline.record(
                statement.crisisId(),
                "statement.reopened",
                "%s cannot go out as it was approved and is written anew.".formatted(what(statement)));
    }

    /** The crisis moved on; makes sure that a statement whose work ends is dropped. */
    public void dropped(String statementId) {
        drop(statementId, null);
    }

    /** There will be no such statement. Does nothing when it was dropped before. */
    public void drop(String statementId, String why) {
        Statement statement = store.lock(statementId);
        if (statement.state() == Statement.State.DROPPED) {
            return;
        }
        String noted = why == null ? statement.endReason() : why;
        String reason = noted == null ? "It did not go out on any account." : noted;
        approvals.voidApproval(statement.pieceId(), reason);
        ledger.ofPiece(statement.pieceId()).stream()
                .filter(Publication::waiting)
                .forEach(publication -> ledger.drop(publication.id(), reason));
        contents.moveTo(statement.pieceId(), Piece.Stage.WITHDRAWN);
        store.ended(statementId, Statement.State.DROPPED, reason);
        timeline.record(
                statement.crisisId(), "statement.dropped", "%s is dropped: %s".formatted(what(statement), reason));
        audit.record("statement.dropped", statementId, statement, store.get(statementId));
    }

    /** The commander wants it no more, wherever it stands before its release. */
    public void withdraw(String statementId, String reason) {
        Statement statement = store.lock(statementId);
        rights.mustCommand(statement.crisisId(), "drop a statement");
        if (reason == null || reason.isBlank()) {
            throw new Refused("Say why there is no statement.");
        }
        if (!statement.unfinished()) {
            throw new Refused("%s is not being written or approved any more.".formatted(statementId));
        }
        supersede(statement, reason.strip());
    }

    /** Ends what is still being written or approved. */
    void supersede(Statement statement, String reason) {
        drop(statement.id(), reason);
        process.superseded(statement.id());
    }

    private Version version(Statement statement) {
        return contents.latest(statement.pieceId())
                .orElseThrow(() -> new Refused("%s has no submitted text.".formatted(statement.id())));
    }

    private static String what(Statement statement) {
        return "%s %s".formatted(statement.kind().words(), statement.id());
    }
}
