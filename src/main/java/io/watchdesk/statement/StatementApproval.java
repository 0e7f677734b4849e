package io.watchdesk.statement;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.ReasonCode;
import io.watchdesk.review.ReviewPlanning;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.Round;
import io.watchdesk.review.SignOffAnswers;
import io.watchdesk.review.SignOffRule;
import io.watchdesk.review.SigningOff;
import io.watchdesk.review.Stage;
import io.watchdesk.review.StagePlan;
import io.watchdesk.review.UrgentReviews;
import io.watchdesk.statement.StatementPolicy.TimeBox;
import io.watchdesk.statement.StatementProcess.OpenStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who approves a statement. The sign-offs are those of a review round like any other: nobody who wrote the text, nobody
 * twice, bound to the hash of exactly this text.
 */
@Service
@Transactional
public class StatementApproval {

    private static final String RISK = "crisis";
    private static final String RULE = "any";
    private static final int PRIORITY = 90;
    private static final int LATE_PRIORITY = 100;

    private final StatementStore store;
    private final StatementPolicy policy;
    private final Completeness completeness;
    private final StatementProcess process;
    private final ReviewPlanning planning;
    private final Reviews reviews;
    private final UrgentReviews urgent;
    private final SigningOff signingOff;
    private final Crises crises;
    private final Timeline timeline;
    private final Notifications notifications;
    private final People people;
    private final Clock clock;

    StatementApproval(
            StatementStore store,
            StatementPolicy policy,
            Completeness completeness,
            @Lazy StatementProcess process,
            ReviewPlanning planning,
            Reviews reviews,
            UrgentReviews urgent,
            SigningOff signingOff,
            Crises crises,
            Timeline timeline,
            Notifications notifications,
            People people,
            Clock clock) {
        this.store = store;
        this.policy = policy;
        this.completeness = completeness;
        this.process = process;
        this.planning = planning;
        this.reviews = reviews;
        this.urgent = urgent;
        this.signingOff = signingOff;
        this.crises = crises;
        this.timeline = timeline;
        this.notifications = notifications;
        this.people = people;
        this.clock = clock;
    }

    /** Opens the round of a version with the steps that the crisis's level of now demands. */
    public Plan plan(String statementId, int version) {
        Statement statement = store.lock(statementId);
        Map<Step, Duration> times = new EnumMap<>(Step.class);
        List<TimeBox> boxes = policy.steps(level(statement), statement.kind());
        boxes.forEach(box -> times.put(box.step(), box.time()));
        List<StagePlan> stages = boxes.stream()
                .filter(box -> box.step() != Step.DRAFT && box.step() != Step.STAFF)
                .map(StatementApproval::stage)
                .toList();
        Round round =
                planning.open(statement.pieceId(), version, RISK, stages, policy.checklist(statement.kind()), null);
        store.inApproval(statementId, round.id());
        return new Plan(round.id(), times);
    }

    /** How long a step may take at the crisis's level of now. */
    public Duration timeBox(String statementId, Step step) {
        Statement statement = store.get(statementId);
        return policy.step(level(statement), statement.kind(), step).time();
    }

    /**
     * Gives a step its turn.
     *
     * @return the stand-in group when nobody of the step's own group may do it, else empty
     */
    public Optional<String> opened(String statementId, Step step) {
        Statement statement = store.get(statementId);
        TimeBox box = policy.step(level(statement), statement.kind(), step);
        boolean staffed = urgent.openStage(
                statement.roundId(), Outcomes.text(step), clock.instant().plus(box.time()));
        if (staffed) {
            return Optional.empty();
        }
        urgent.addStandIn(statement.roundId(), Outcomes.text(step), box.standIn());
        return Optional.of(box.standIn());
    }

    /** Refuses a claim by somebody who could never sign off. */
    @Transactional(readOnly = true)
    public void mayClaim(String statementId, Step step, String person) {
        signingOff.mayClaim(store.get(statementId).roundId(), Outcomes.text(step), person);
    }

    /** Why this person may not sign off, as a sentence, or empty. */
    @Transactional(readOnly = true)
    public Optional<String> whyBarred(String statementId, Step step, String person) {
        return signingOff.whyBarred(store.get(statementId).roundId(), Outcomes.text(step), person);
    }

    /**
     * Records the current person's verdict. An objection ends the round and sends the text back; the last approval gives
     * the approval of exactly this text.
     *
     * @throws Refused when the person is barred, the form is incomplete, the text changed or its promise is broken
     */
    public Verdict signOff(String statementId, Step step, Answers answers) {
        Statement statement = store.lock(statementId);
        if (statement.state() != Statement.State.IN_APPROVAL) {
            throw new Refused("%s does not wait for approval.".formatted(statementId));
        }
        if (answers.verdict() == null) {
            throw new Refused("Choose: approve, or raise a strong objection.");
        }
        if (answers.verdict() == Verdict.DROPPED && step != Step.RELEASE) {
            throw new Refused("Only the commander decides that there is no statement.");
        }
        if (answers.verdict() == Verdict.APPROVED && step == Step.RELEASE) {
            completeness.brokenPromise(statement).ifPresent(sentence -> {
                throw new Refused(sentence);
            });
        }
        signingOff.signOff(
                statement.roundId(),
                Outcomes.text(step),
                new SignOffAnswers(
                        answers.assignee(),
                        answers.owner(),
                        reviewVerdict(answers.verdict()),
                        answers.verdict() == Verdict.APPROVED ? null : Outcomes.text(ReasonCode.OTHER),
                        answers.reason(),
                        answers.comment(),
                        answers.checklist(),
                        answers.hash()));
        concluded(statement, step, answers);
        return answers.verdict();
    }

    private void concluded(Statement statement, Step step, Answers answers) {
        String who = people.displayName(people.actor());
        String what = statement.kind().words() + " " + statement.id();
        switch (answers.verdict()) {
            case OBJECTION -> {
                reviews.conclude(statement.roundId());
                store.drafting(statement.id());
                record(statement, "statement.objected", "%s objects to %s: %s".formatted(who, what, answers.reason()));
            }
            case DROPPED -> {
                reviews.conclude(statement.roundId());
                store.reason(statement.id(), answers.reason());
                record(statement, "statement.refused", "%s wants no %s: %s".formatted(who, what, answers.reason()));
            }
            case APPROVED -> {
                record(
                        statement,
                        "statement.signedOff",
                        "%s signed %s off (%s).".formatted(who, what, StagePlan.title(Outcomes.text(step))));
                if (step == Step.RELEASE) {
                    reviews.conclude(statement.roundId());
                    store.released(statement.id());
                    record(statement, "statement.released", "%s released %s.".formatted(who, what));
                }
            }
        }
    }

    /** Adds the stand-in to every open step whose time is over, and tells them. The step's own people keep their right. */
    public void callStandIns(String statementId) {
        Statement statement = store.lock(statementId);
        if (statement.state() != Statement.State.IN_APPROVAL) {
            return;
        }
        for (Stage stage : reviews.stages(statement.roundId())) {
            boolean late = stage.openedAt() != null
                    && stage.verdict() == null
                    && !stage.dueAt().isAfter(clock.instant());
            Step step = Outcomes.parse(Step.class, stage.plan().stage());
            TimeBox box = policy.step(level(statement), statement.kind(), step);
            if (late && urgent.addStandIn(statement.roundId(), stage.plan().stage(), box.standIn())) {
                call(statement, step, box.standIn());
            }
        }
    }

    /** Adds the stand-in of those who write, and tells them. */
    public void callWriter(String statementId) {
        Statement statement = store.lock(statementId);
        if (statement.state() == Statement.State.DRAFTING) {
            TimeBox box = policy.step(level(statement), statement.kind(), Step.DRAFT);
            call(statement, Step.DRAFT, box.standIn());
        }
    }

    private void call(Statement statement, Step step, String group) {
        Crisis crisis = crises.get(statement.crisisId());
        Instant due = statement.dueAt();
        for (OpenStep open : process.groupAdded(statement.id(), step, group)) {
            notifications.tellGroup(
                    group, new Message.TaskWaiting(crisis.id(), crisis.title(), open.taskId(), open.taskName(), due));
        }
        record(
                statement,
                "statement.standInCalled",
                "%s takes longer than planned at \"%s\"; %s is asked as well."
                        .formatted(statement.id(), StagePlan.title(Outcomes.text(step)), group));
    }

    private static StagePlan stage(TimeBox box) {
        return new StagePlan(
                Outcomes.text(box.step()),
                box.group(),
                true,
                SignOffRule.parse(RULE),
                RULE,
                Outcomes.text(box.step()),
                box.time(),
                box.time(),
                PRIORITY,
                LATE_PRIORITY,
                true);
    }

    private static String reviewVerdict(Verdict verdict) {
        return Outcomes.text(
                switch (verdict) {
                    case APPROVED -> io.watchdesk.review.Verdict.APPROVED;
                    case OBJECTION -> io.watchdesk.review.Verdict.CHANGES_REQUESTED;
                    case DROPPED -> io.watchdesk.review.Verdict.REJECTED;
                });
    }

    private Level level(Statement statement) {
        return crises.get(statement.crisisId()).level();
    }

    private void record(Statement statement, String kind, String sentence) {
        timeline.record(statement.crisisId(), kind, sentence);
    }

    /**
     * A planned round.
     *
     * @param times the time-box of every step of this level
     */
    public record Plan(String roundId, Map<Step, Duration> times) {

        /** Whether an executive approves as well. */
        public boolean executive() {
            return times.containsKey(Step.EXECUTIVE);
        }
    }

    /**
     * What a completed form says, still unchecked.
     *
     * @param assignee who claimed the task, or null
     * @param owner who delegated the task, or null
     * @param checklist lower-camel answers by item
     * @param hash the content hash that the form showed
     */
    public record Answers(
            String assignee,
            String owner,
            Verdict verdict,
            String reason,
            String comment,
            Map<String, String> checklist,
            String hash) {}
}
