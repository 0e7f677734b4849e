package io.watchdesk.desk.plugin;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditEntries;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.desk.plugin.Glance.Changes;
import io.watchdesk.desk.plugin.Glance.LogLine;
import io.watchdesk.desk.plugin.Glance.Named;
import io.watchdesk.desk.plugin.Glance.PieceShown;
import io.watchdesk.desk.plugin.Glance.PublicationShown;
import io.watchdesk.desk.plugin.Glance.RoundShown;
import io.watchdesk.desk.plugin.Glance.SignOffShown;
import io.watchdesk.desk.plugin.Glance.TaskShown;
import io.watchdesk.desk.plugin.Glance.TextShown;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.Round;
import io.watchdesk.review.SignOff;
import io.watchdesk.review.VersionDifference;
import io.watchdesk.screening.Screenings;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a task is about. Whoever may see a task may see its piece: the forms show the same. */
@Component
@Transactional(readOnly = true)
public class Glances {

    private static final int NEWEST_LINES = 40;

    private final Tasks tasks;
    private final Walks walks;
    private final Contents contents;
    private final Screenings screenings;
    private final Reviews reviews;
    private final Ledger ledger;
    private final Accounts accounts;
    private final AuditEntries log;
    private final People people;
    private final Clock clock;

    Glances(
            Tasks tasks,
            Walks walks,
            Contents contents,
            Screenings screenings,
            Reviews reviews,
            Ledger ledger,
            Accounts accounts,
            AuditEntries log,
            People people,
            Clock clock) {
        this.tasks = tasks;
        this.walks = walks;
        this.contents = contents;
        this.screenings = screenings;
        this.reviews = reviews;
        this.ledger = ledger;
        this.accounts = accounts;
        this.log = log;
        this.people = people;
        this.clock = clock;
    }

    /** What the task is about; refuses people who may not see the task. */
    public Glance at(String taskId) {
        OpenTask task = tasks.visible(taskId);
        Walks.Times times = walks.times(taskId);
        String pieceId = task.text("pieceId");
        String crisis = task.text("crisisId");
        boolean assessed = task.definitionKey().equals("UserTask_AssessSignal");
        return new Glance(
                new TaskShown(
                        task.id(),
                        task.name(),
                        task.assignee() == null
                                ? null
                                : new Named(task.assignee(), people.displayName(task.assignee())),
                        times.created(),
                        times.due(),
                        times.followUp()),
                pieceId == null ? null : piece(pieceId),
                crisis,
                assessed && crisis == null ? task.text("signalId") : null,
                walks.ofTask(taskId).orElse(null),
                clock.instant());
    }

    private PieceShown piece(String pieceId) {
        Piece piece = contents.piece(pieceId);
        Optional<Version> latest = contents.latest(pieceId);
        List<Account> targets = piece.brief().accounts().stream()
                .flatMap(id -> accounts.find(id).stream())
                .toList();
        return new PieceShown(
                pieceId,
                piece.title(),
                piece.stage(),
                piece.brief().category(),
                targets.stream()
                        .map(account -> new Named(account.id(), account.name()))
                        .toList(),
                targets.isEmpty() ? "UTC" : targets.get(0).zone().getId(),
                contents.wishedTime(piece).map(ZonedDateTime::toInstant).orElse(null),
                people.displayName(piece.planner()),
                piece.brief().audience(),
                latest.map(this::text).orElse(null),
                latest.flatMap(version -> screenings.latest(pieceId, version.number()))
                        .map(Screenings.Report::findings)
                        .orElse(List.of()),
                latest.filter(version -> version.number() > 1)
                        .map(this::changes)
                        .orElse(null),
                reviews.rounds(pieceId).stream().map(this::round).toList(),
                ledger.ofPiece(pieceId).stream().map(this::publication).toList(),
                log.about(pieceId, NEWEST_LINES).stream()
                        .map(entry -> new LogLine(entry.at(), people.displayName(entry.actor()), entry.action()))
                        .toList());
    }

    private TextShown text(Version version) {
        return new TextShown(
                version.number(),
                version.title(),
                version.body(),
                version.variants(),
                people.displayName(version.editor()),
                version.submittedAt());
    }

    private Changes changes(Version version) {
        Version before = contents.version(version.pieceId(), version.number() - 1);
        return new Changes(before.number(), VersionDifference.between(before, version));
    }

    private RoundShown round(Round round) {
        return new RoundShown(
                round.version(),
                round.openedAt(),
                round.verdict(),
                reviews.signOffs(round.id()).stream().map(this::signOff).toList());
    }

    private SignOffShown signOff(SignOff given) {
        String stage = reviews.stages(given.roundId()).stream()
                .map(each -> each.plan())
                .filter(plan -> plan.stage().equals(given.stage()))
                .map(plan -> plan.title())
                .findFirst()
                .orElse(given.stage());
        return new SignOffShown(
                stage,
                people.displayName(given.person()),
                given.verdict(),
                given.reason(),
                given.comment(),
                given.signedAt());
    }

    private PublicationShown publication(Publication publication) {
        return new PublicationShown(
                publication.id(),
                accounts.find(publication.accountId()).map(Account::name).orElse(publication.accountId()),
                publication.state(),
                publication.slot().at(),
                publication.slot().zone().getId(),
                publication.link());
    }
}
