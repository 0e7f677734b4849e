package io.watchdesk.review;

import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PoolTier;
import io.watchdesk.content.Version;
import io.watchdesk.screening.Screenings;
import io.watchdesk.testing.ProcessSpecification;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The words in which stories about reviews are told. */
public abstract class ReviewWorld extends ProcessSpecification {

    protected static final String REVIEW = "content-review";
    protected static final String TASK = "UserTask_ReviewContent";
    protected static final String WHY = "The second paragraph needs its source named.";

    @Autowired
    protected Drafting drafting;

    @Autowired
    protected Contents contents;

    @Autowired
    protected Screenings screenings;

    @Autowired
    protected Approvals approvals;

    @Autowired
    protected Reviews reviews;

    @BeforeEach
    void everybody_is_in_their_group() {
        isMemberOf("rita", "reviewers");
        isMemberOf("remy", "reviewers");
        isMemberOf("lena", "legal");
        isMemberOf("chen", "chief-editors");
        isMemberOf("wei", "writers");
        isMemberOf("wanda", "writers");
        isMemberOf("max", "managers");
    }

    /** A submitted and screened version; texts without figures are low risk in the category knowledge. */
    protected final Version written(Category category, String body, String... writers) {
        return written(category, body, null, writers);
    }

    protected final Version written(Category category, String body, LocalDateTime wishedAt, String... writers) {
        return rewritten(opened(category, wishedAt), body, writers);
    }

    private String opened(Category category, LocalDateTime wishedAt) {
        Piece piece = as(
                "pia",
                () -> drafting.open(new Brief(
                        "Kitchen knives",
                        category,
                        "People who cook",
                        PoolTier.REGULAR,
                        Format.ARTICLE,
                        List.of("newsroom"),
                        wishedAt,
                        "")));
        return piece.id();
    }

    /** A submitted version that no machine has looked at. */
    protected final Version unscreened(Category category, String body, String... writers) {
        return submitted(opened(category, null), body, writers);
    }

    /** The next version of a piece, saved by each of these writers in turn and submitted by the last. */
    protected final Version rewritten(String pieceId, String body, String... writers) {
        Version version = submitted(pieceId, body, writers);
        screenings.screen(pieceId, version.number());
        return version;
    }

    private Version submitted(String pieceId, String body, String... writers) {
        for (int i = 0; i < writers.length; i++) {
            String text = i == writers.length - 1 ? body : body + " (draft %d)".formatted(i);
            as(
                    writers[i],
                    () -> drafting.save(
                            pieceId,
                            new Draft.Text(
                                    "How to hold a knife",
                                    text,
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    AiDeclaration.NO,
                                    drafting.draft(pieceId).revision())));
        }
        return as(writers[writers.length - 1], () -> drafting.submit(pieceId));
    }

    protected final ProcessInstance reviewStarts(Version version) {
        return reviewStarts(version, null);
    }

    protected final ProcessInstance reviewStarts(Version version, String slotAt) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("pieceId", version.pieceId());
        variables.put("contentTitle", version.title());
        variables.put("contentVersion", version.number());
        variables.put("accountName", "Newsroom");
        if (slotAt != null) {
            variables.put("slotAt", slotAt);
        }
        return starts(REVIEW, version.pieceId(), variables);
    }

    /** The newest round of the piece. */
    protected final Round round(Version version) {
        return reviews.rounds(version.pieceId()).get(0);
    }

    /** A complete form: every checklist item of the open stage answered with yes, and the hash that the reviewer sees. */
    protected final Map<String, Object> answers(Version version, String verdict) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("signOffVerdict", verdict);
        answers.put(
                "contentHash",
                contents.currentHash(contents.latest(version.pieceId()).orElseThrow()));
        StringBuilder checklist = new StringBuilder("{");
        reviews.stages(round(version).id()).stream()
                .filter(stage -> stage.openedAt() != null && stage.verdict() == null)
                .flatMap(stage -> stage.items().stream())
                .map(ChecklistItem::id)
                .distinct()
                .forEach(id ->
                        checklist.append(checklist.length() == 1 ? "" : ",").append("\"%s\":\"yes\"".formatted(id)));
        answers.put("checklistAnswers", checklist.append("}").toString());
        if (!verdict.equals("approved")) {
            answers.put("reasonCode", "factualError");
            answers.put("reason", WHY);
        }
        return answers;
    }

    /** One of the open review tasks, the oldest first. */
    protected final Task anyReview() {
        return taskService
                .createTaskQuery()
                .taskDefinitionKey(TASK)
                .taskUnassigned()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .get(0);
    }

    protected final long openReviews() {
        return taskService.createTaskQuery().taskDefinitionKey(TASK).count();
    }

    /** Claims one of the open reviews, completes it with this verdict and lets the engine go on. */
    protected final void signsOff(String person, Version version, String verdict) {
        completes(person, anyReview(), answers(version, verdict));
        jobsRun();
    }
}
