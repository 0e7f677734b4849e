package io.watchdesk.review.web;

import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import io.watchdesk.review.Verdict;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the review form reads, and what writers read about the reviews of their piece. */
@RestController
class ReviewController {

    private final Tasks tasks;
    private final ReviewSheets sheets;

    ReviewController(Tasks tasks, ReviewSheets sheets) {
        this.tasks = tasks;
        this.sheets = sheets;
    }

    @GetMapping("/api/reviews/{taskId}")
    ReviewSheet read(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId);
        String round = task.text("reviewId");
        String stage = task.text("reviewStage");
        if (round == null || stage == null) {
            throw new Refused("The task \"%s\" is not a review.".formatted(task.name()));
        }
        return sheets.sheet(round, stage);
    }

    /** Every sign-off on a piece, the newest first, for whoever has a task of that piece. */
    @GetMapping("/api/pieces/{pieceId}/review-notes")
    List<Note> notes(@PathVariable String pieceId, @RequestParam String taskId) {
        if (!pieceId.equals(tasks.visible(taskId).text("pieceId"))) {
            throw new Refused("This task is not about %s.".formatted(pieceId));
        }
        return sheets.notes(pieceId).stream().map(Note::of).toList();
    }

    /** A sign-off as the draft form shows it. */
    record Note(String person, String stage, Verdict verdict, String reason, String text, String comment, Instant at) {

        static Note of(ReviewSheet.SignOffShown given) {
            return new Note(
                    given.person(),
                    given.stage(),
                    given.verdict(),
                    given.kindOfReason(),
                    given.reason(),
                    given.comment(),
                    given.at());
        }
    }
}
