package io.watchdesk.review;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.SignOffRule.Quorum;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A review while it runs: its stages in turn, its clocks, its end. */
@Service
@Transactional
public class Reviews {

    private final ReviewStore store;
    private final FourEyes fourEyes;
    private final ApprovalRegister approvals;
    private final WorkingHours hours;
    private final Contents contents;
    private final Accounts accounts;
    private final Notifications notifications;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ReviewSettings settings;

    Reviews(
            ReviewStore store,
            FourEyes fourEyes,
            ApprovalRegister approvals,
            WorkingHours hours,
            Contents contents,
            Accounts accounts,
            Notifications notifications,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            ReviewSettings settings) {
        this.store = store;
        this.fourEyes = fourEyes;
        this.approvals = approvals;
        this.hours = hours;
        this.contents = contents;
        this.accounts = accounts;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    /** The round; refuses when it does not exist. */
    @Transactional(readOnly = true)
    public Round round(String id) {
        return store.round(id).orElseThrow(() -> new Refused("The review %s does not exist.".formatted(id)));
    }

    /** All rounds of a piece, the newest first. */
    @Transactional(readOnly = true)
    public List<Round> rounds(String pieceId) {
        return store.rounds(pieceId);
    }

    /** The stages of a round in their order. */
    @Transactional(readOnly = true)
    public List<Stage> stages(String roundId) {
        return store.stages(roundId);
    }

    /** The sign-offs of a round in the order in which they were given. */
    @Transactional(readOnly = true)
    public List<SignOff> signOffs(String roundId) {
        return store.signOffs(roundId);
    }

    /**
     * Gives a stage its turn, or asks again after its group changed: counts who may sign off and sets the clocks, which run in
     * working hours of the piece's first account.
     */
    public StageOpening openStage(String roundId, String stageName) {
        Round round = round(roundId);
        Stage stage = lock(roundId, stageName);
        Instant now = clock.instant();
        Account account = account(round);
        StagePlan plan = stage.plan();
        Instant escalateAt = hours.add(account, now, plan.escalateAfter());
        boolean slotIsEarlier = round.slot() != null
                && round.slot().isAfter(now)
                && round.slot().isBefore(escalateAt);
        Stage opened = new Stage(
                roundId,
                stage.position(),
                plan,
                stage.items(),
                stage.openedAt() == null ? now : stage.openedAt(),
                hours.add(account, now, plan.remindAfter()),
                slotIsEarlier ? round.slot() : escalateAt,
                escalateAt,
                null,
                null,
                null,
                null,
                null,
                null);
        store.open(opened);
        int given = at(roundId, stageName).size();
        int signOffs = quorum(round, plan).map(q -> q.signOffs() - given).orElse(0);
        audit.record(
                signOffs > 0 ? "review.stageOpened" : "review.stageUnstaffed",
                round.pieceId(),
                null,
                Map.of("review", roundId, "stage", stageName, "group", plan.group(), "signOffs", signOffs));
        return new StageOpening(opened, signOffs);
    }

    /** What the sign-offs given so far decide at a stage, or empty while it is open. */
    Optional<Verdict> count(Round round, StagePlan plan) {
        List<Verdict> given =
                at(round.id(), plan.stage()).stream().map(SignOff::verdict).toList();
        return quorum(round, plan).flatMap(quorum -> quorum.decide(plan.veto(), given));
    }

    /** What was decided at a stage, or empty while it is open. */
    @Transactional(readOnly = true)
    public Optional<Verdict> stageVerdict(String roundId, String stageName) {
        return store.stages(roundId).stream()
                .filter(stage -> stage.plan().stage().equals(stageName))
                .map(Stage::verdict)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A manager gives the piece back to its writer, because nobody is left who may review it. */
    public void giveBack(String roundId, String stageName, String reason) {
        Round round = round(roundId);
        lock(roundId, stageName);
        String text = reason == null ? "" : reason.strip();
        if (text.codePointCount(0, text.length()) < settings.reasonMinLength()) {
            throw new Refused("Please tell the writer why the piece comes back, in at least %d characters."
                    .formatted(settings.reasonMinLength()));
        }
        store.noteStage(roundId, stageName, people.actor(), text);
        store.decideStage(roundId, stageName, Verdict.CHANGES_REQUESTED, clock.instant());
        audit.record(
                "review.givenBack",
                round.pieceId(),
                null,
                Map.of("review", roundId, "stage", stageName, "reason", text));
    }

    /** Reminds the stage's group of its open task. */
    public void remind(String roundId, String stageName, String taskId, String taskName) {
        Round round = round(roundId);
        Stage stage = lock(roundId, stageName);
        store.reminded(roundId, stageName, clock.instant());
        notifications.tellGroup(
                stage.plan().group(),
                new Message.TaskReminder(round.pieceId(), title(round), taskId, taskName, stage.dueAt()));
        audit.record("review.reminded", round.pieceId(), null, Map.of("review", roundId, "stage", stageName));
    }

    /** Tells managers that a stage is late. They see to it that the group signs off; they do not sign off in its place. */
    public Stage escalate(String roundId, String stageName, String taskId, String taskName) {
        Round round = round(roundId);
        Stage stage = lock(roundId, stageName);
        store.escalated(roundId, stageName, clock.instant());
        notifications.tellGroup(
                settings.managers(),
                new Message.TaskEscalated(round.pieceId(), title(round), taskId, taskName, stage.dueAt()));
        audit.record("review.escalated", round.pieceId(), null, Map.of("review", roundId, "stage", stageName));
        return stage;
    }

    /** The planned time came without a verdict: the slot is given free, the planner is told, the review goes on. */
    public void freeSlot(String roundId) {
        Round round = round(roundId);
        Piece piece = contents.piece(round.pieceId());
        store.slotFreed(roundId, clock.instant());
        events.publishEvent(new SlotMissed(round.pieceId(), round.version(), round.slot()));
        String names = piece.brief().accounts().stream()
                .map(id -> accounts.find(id).map(Account::name).orElse(id))
                .collect(Collectors.joining(", "));
        notifications.tellPerson(
                piece.planner(), new Message.SlotFreed(round.pieceId(), title(round), names, round.slot()));
        audit.record(
                "review.slotFreed",
                round.pieceId(),
                Map.of("slot", round.slot().toString()),
                Map.of("review", roundId));
    }

    /**
     * Ends a round with the gravest verdict of its stages. Only when every stage approved is the approval given, bound to the
     * round's hash. The planner and everybody who wrote the text are told.
     *
     * @throws IllegalStateException when a stage that should have decided did not
     */
    public Verdict conclude(String roundId) {
        Round round = round(roundId);
        List<Stage> stages = store.stages(roundId);
        Verdict verdict = Verdict.gravest(stages.stream()
                        .map(Stage::verdict)
                        .filter(Objects::nonNull)
                        .toList())
                .orElseThrow(() -> new IllegalStateException("No stage of %s decided.".formatted(roundId)));
        if (verdict == Verdict.APPROVED) {
            if (stages.stream().anyMatch(stage -> stage.verdict() == null)) {
                throw new IllegalStateException("A stage of %s did not decide.".formatted(roundId));
            }
            approvals.give(round);
        }
        store.close(roundId, verdict, clock.instant());
        audit.record(
                "review." + Outcomes.text(verdict),
                round.pieceId(),
                null,
                Map.of("review", roundId, "version", round.version(), "hash", round.hash()));
        tellVerdict(round, verdict);
        return verdict;
    }

    private void tellVerdict(Round round, Verdict verdict) {
        List<SignOff> deciding = store.signOffs(round.id()).stream()
                .filter(given -> given.verdict() == verdict)
                .toList();
        List<Stage> noted = store.stages(round.id()).stream()
                .filter(stage -> stage.note() != null)
                .toList();
        String reason = Stream.concat(
                        deciding.stream().map(SignOff::reason), noted.stream().map(Stage::note))
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
        String decidedBy = Stream.concat(
                        deciding.stream().map(SignOff::person), noted.stream().map(Stage::notedBy))
                .distinct()
                .map(people::displayName)
                .collect(Collectors.joining(", "));
        Version version = contents.version(round.pieceId(), round.version());
        Set<String> told = new LinkedHashSet<>(List.of(
                version.author(),
                version.editor(),
                contents.piece(round.pieceId()).planner()));
        for (String person : told) {
            notifications.tellPerson(
                    person,
                    new Message.ReviewDecided(round.pieceId(), version.title(), verdict.words(), reason, decidedBy));
        }
    }

    private Optional<Quorum> quorum(Round round, StagePlan plan) {
        int given = at(round.id(), plan.stage()).size();
        return plan.rule().quorum(fourEyes.eligible(round, plan).size() + given);
    }

    private List<SignOff> at(String roundId, String stageName) {
        return store.signOffs(roundId).stream()
                .filter(given -> given.stage().equals(stageName))
                .toList();
    }

    private Stage lock(String roundId, String stageName) {
        return store.lockStage(roundId, stageName)
                .orElseThrow(() -> new Refused("The review %s has no stage %s.".formatted(roundId, stageName)));
    }

    private Account account(Round round) {
        List<String> ids = contents.piece(round.pieceId()).brief().accounts();
        return ids.stream()
                .flatMap(id -> accounts.find(id).stream())
                .findFirst()
                .orElseGet(() -> accounts.require(ids.get(0)));
    }

    private String title(Round round) {
        return contents.version(round.pieceId(), round.version()).title();
    }
}
