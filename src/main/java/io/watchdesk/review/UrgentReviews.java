package io.watchdesk.review;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a review needs that cannot wait for office hours. */
@Service
@Transactional
public class UrgentReviews {

    private final ReviewStore store;
    private final FourEyes fourEyes;
    private final Reviews reviews;
    private final AuditLog audit;
    private final Clock clock;

    UrgentReviews(ReviewStore store, FourEyes fourEyes, Reviews reviews, AuditLog audit, Clock clock) {
        this.store = store;
        this.fourEyes = fourEyes;
        this.reviews = reviews;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a stage its turn with a clock that runs day and night.
     *
     * @param due when the sign-off is wanted
     * @return whether anybody may sign off there
     */
    public boolean openStage(String roundId, String stageName, Instant due) {
        Stage stage = lock(roundId, stageName);
        store.open(new Stage(
                roundId,
                stage.position(),
                stage.plan(),
                stage.items(),
                clock.instant(),
                due,
                due,
                due,
                null,
                null,
                null,
                null,
                null,
                null));
        return !fourEyes.eligible(reviews.round(roundId), stage.plan()).isEmpty();
    }

    /**
     * Lets another group sign off at a stage as well; the stage's own group keeps its right.
     *
     * @return whether it was added; false when the stage is decided or has its stand-in already
     */
    public boolean addStandIn(String roundId, String stageName, String group) {
        Round round = reviews.round(roundId);
        Stage stage = lock(roundId, stageName);
        if (stage.verdict() != null || store.standIn(roundId, stageName).isPresent()) {
            return false;
        }
        store.addStandIn(roundId, stageName, group);
        audit.record(
                "review.standInAdded",
                round.pieceId(),
                null,
                Map.of("review", roundId, "stage", stageName, "group", group));
        return true;
    }

    private Stage lock(String roundId, String stageName) {
        return store.lockStage(roundId, stageName)
                .orElseThrow(() -> new Refused("The review %s has no stage %s.".formatted(roundId, stageName)));
    }
}
