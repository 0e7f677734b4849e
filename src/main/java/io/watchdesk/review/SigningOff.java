package io.watchdesk.review;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person's decision at one stage: every rule that a review form shows, kept here whatever path the answers take. */
@Service
@Transactional
public class SigningOff {

    private final Reviews reviews;
    private final ReviewStore store;
    private final FourEyes fourEyes;
    private final Contents contents;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final ReviewSettings settings;

    SigningOff(
            Reviews reviews,
            ReviewStore store,
            FourEyes fourEyes,
            Contents contents,
            People people,
            AuditLog audit,
            Clock clock,
            ReviewSettings settings) {
        this.reviews = reviews;
        this.store = store;
        this.fourEyes = fourEyes;
        this.contents = contents;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /** Refuses a claim by somebody who could never complete the task, so that nobody reads in vain. */
    @Transactional(readOnly = true)
    public void mayClaim(String roundId, String stageName, String person) {
        refuseIf(whyBarred(roundId, stageName, person));
    }

    /** Why this person may not sign off at this stage, as a sentence, or empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> whyBarred(String roundId, String stageName, String person) {
        return fourEyes.barred(reviews.round(roundId), plan(roundId, stageName), person);
    }

    /**
     * Records the current person's decision. Refuses it when the person is barred, the form is incomplete or the content is not
     * what the person read.
     *
     * @return what the stage decided with it, or empty while it is open
     */
    public Optional<Verdict> signOff(String roundId, String stageName, SignOffAnswers form) {
        Round round = reviews.round(roundId);
        Stage stage = store.lockStage(roundId, stageName)
                .orElseThrow(() -> new Refused("The review %s has no stage %s.".formatted(roundId, stageName)));
        String person = signer(form.assignee());
        refuseIf(fourEyes.barred(round, stage.plan(), person));
        if (form.owner() != null && !form.owner().equals(person)) {
            refuseIf(fourEyes.wrote(round, form.owner()));
        }
        if (stage.verdict() != null) {
            throw new Refused("The stage \"%s\" is already decided: %s."
                    .formatted(stage.plan().title(), stage.verdict().words()));
        }
        SignOff signOff = checked(stage, person, form);
        checkContent(round, signOff);
        store.insert(signOff);
        audit.record("review.signedOff", round.pieceId(), null, described(signOff));
        Optional<Verdict> decided = reviews.count(round, stage.plan());
        decided.ifPresent(verdict -> store.decideStage(roundId, stageName, verdict, clock.instant()));
        return decided;
    }

    /** The signed-in person, who must also be the one who claimed the task: nobody signs in another's name. */
    private String signer(String assignee) {
        String person = people.current().orElseThrow(() -> new Refused("A sign-off needs a person who is signed in."));
        if (assignee != null && !assignee.equals(person)) {
            throw new Refused("This task is claimed by %s, and only %s can sign it off."
                    .formatted(people.displayName(assignee), people.displayName(assignee)));
        }
        return person;
    }

    private SignOff checked(Stage stage, String person, SignOffAnswers form) {
        if (form.verdict() == null || form.verdict().isBlank()) {
            throw new Refused("Please choose a verdict: approve, request changes or reject.");
        }
        Verdict verdict = Outcomes.parse(Verdict.class, form.verdict());
        List<String> problems = new ArrayList<>();
        ReasonCode code = null;
        String reason = text("reason", form.reason(), problems);
        String comment = text("comment", form.comment(), problems);
        if (verdict == Verdict.APPROVED) {
            reason = "";
        } else {
            if (form.reasonCode() == null || form.reasonCode().isBlank()) {
                problems.add("Please choose the kind of reason.");
            } else {
                code = Outcomes.parse(ReasonCode.class, form.reasonCode());
            }
            if (reason.codePointCount(0, reason.length()) < settings.reasonMinLength()) {
                problems.add(
                        "Please explain your verdict in at least %d characters, so that the writer knows what to do."
                                .formatted(settings.reasonMinLength()));
            }
        }
        Map<String, ChecklistItem.Answer> answers = answers(stage, verdict, form.answers(), problems);
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
        return new SignOff(
                stage.roundId(),
                stage.plan().stage(),
                person,
                verdict,
                code,
                reason,
                comment,
                answers,
                form.hash(),
                clock.instant());
    }

    private String text(String field, String value, List<String> problems) {
        String text = value == null ? "" : value.strip();
        if (text.codePointCount(0, text.length()) > settings.textMaxLength()) {
            problems.add("The %s is longer than %d characters.".formatted(field, settings.textMaxLength()));
        }
        return text;
    }

    private static Map<String, ChecklistItem.Answer> answers(
            Stage stage, Verdict verdict, Map<String, String> given, List<String> problems) {
        Map<String, ChecklistItem.Answer> answers = new LinkedHashMap<>();
        for (ChecklistItem item : stage.items()) {
            String text = given.get(item.id());
            if (text != null && !text.isBlank()) {
                answers.put(item.id(), Outcomes.parse(ChecklistItem.Answer.class, text));
            }
            ChecklistItem.Answer answer = answers.get(item.id());
            if (item.required() && answer == null) {
                problems.add("The checklist still wants an answer to \"%s\"".formatted(item.question()));
            } else if (item.required() && answer == ChecklistItem.Answer.NO && verdict == Verdict.APPROVED) {
                problems.add("You answered \"no\" to \"%s\", so it cannot be approved.".formatted(item.question()));
            }
        }
        return answers;
    }

    /** A decision holds for exactly the content its person saw, and an approval only for what the whole round looks at. */
    private void checkContent(Round round, SignOff signOff) {
        if (signOff.hash() == null || signOff.hash().isBlank()) {
            throw new Refused("The form did not say which text you read. Open the task again.");
        }
        Version latest = contents.latest(round.pieceId())
                .orElseThrow(() -> new Refused("%s has no submitted text.".formatted(round.pieceId())));
        String current = contents.currentHash(latest);
        if (!current.equals(signOff.hash())) {
            throw new Refused("The text changed since you opened it. Open the task again and read what changed.");
        }
        if (signOff.verdict() == Verdict.APPROVED && !current.equals(round.hash())) {
            throw new Refused("The text or what goes out with it changed after this review began, so this review cannot"
                    + " approve it. Request changes with the reason \"%s\"; then it is screened and reviewed anew."
                            .formatted(ReasonCode.TEXT_CHANGED.words()));
        }
    }

    private static Map<String, Object> described(SignOff signOff) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("review", signOff.roundId());
        entry.put("stage", signOff.stage());
        entry.put("verdict", Outcomes.text(signOff.verdict()));
        entry.put("reasonCode", signOff.reasonCode() == null ? null : Outcomes.text(signOff.reasonCode()));
        entry.put("reason", signOff.reason());
        entry.put("comment", signOff.comment());
        entry.put("answers", signOff.answers());
        entry.put("hash", signOff.hash());
        return entry;
    }

    private StagePlan plan(String roundId, String stageName) {
        return store.stages(roundId).stream()
                .map(Stage::plan)
                .filter(plan -> plan.stage().equals(stageName))
                .findFirst()
                .orElseThrow(() -> new Refused("The review %s has no stage %s.".formatted(roundId, stageName)));
    }

    private static void refuseIf(Optional<String> sentence) {
        if (sentence.isPresent()) {
            throw new Refused(sentence.get());
        }
    }
}
