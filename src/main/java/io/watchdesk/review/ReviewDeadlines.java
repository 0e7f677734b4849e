package io.watchdesk.review;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When sign-offs of open reviews are wanted. */
@Repository
@Transactional(readOnly = true)
public class ReviewDeadlines {

    private final JdbcClient jdbc;

    ReviewDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open stages that are due in this time, the earliest first; {@code until} is the first moment after. */
    public List<Deadline> between(Instant from, Instant until, int limit) {
        return jdbc.sql("select r.id, r.piece_id, s.stage, s.group_id, s.due_at from review_stage s"
                        + " join review_round r on r.id = s.round_id"
                        + " where s.due_at >= ? and s.due_at < ? and s.verdict is null and r.closed_at is null"
                        + " order by s.due_at, r.id fetch first ? rows only")
                .params(ReviewStore.timestamp(from), ReviewStore.timestamp(until), limit)
                .query((row, number) -> new Deadline(
                        row.getString("piece_id"),
                        StagePlan.title(row.getString("stage")),
                        row.getString("group_id"),
                        ReviewStore.instant(row, "due_at")))
                .list();
    }

    /** @param stage as people call it */
    public record Deadline(String pieceId, String stage, String group, Instant dueAt) {}
}
