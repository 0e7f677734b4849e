package io.watchdesk.desk.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.crisis.Level;
import io.watchdesk.drill.ScoreCard;
import io.watchdesk.platform.Outcomes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drills of a period with their scores, newest first. */
@Repository
class DrillCounts {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DrillCounts(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** At most a hundred. */
    List<DrillLine> of(Period period) {
        return jdbc.sql("""
                        select id, crisis_id, scenario, level, started_at, score from drill
                        where started_at >= :from and started_at < :to
                        order by started_at desc, id desc fetch first :most rows only
                        """)
                .param("from", ContentCounts.utc(period.start()))
                .param("to", ContentCounts.utc(period.end()))
                .param("most", MOST)
                .query(this::line)
                .list();
    }

    private DrillLine line(ResultSet row, int number) throws SQLException {
        ScoreCard card = card(row.getString("score"));
        return new DrillLine(
                row.getString("id"),
                row.getString("crisis_id"),
                row.getString("scenario"),
                Outcomes.text(Level.valueOf(row.getString("level"))),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                card != null,
                card == null ? null : card.secondsToAcknowledge(),
                card == null ? null : card.secondsToHold(),
                card == null ? null : card.secondsToHoldingStatement(),
                card == null
                        ? new Share(0, 0)
                        : new Share(card.deadlinesHit(), card.deadlinesHit() + card.deadlinesMissed()),
                card == null ? 0 : card.gaps().size());
    }

    private ScoreCard card(String score) {
        try {
            return score == null ? null : json.readValue(score, ScoreCard.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored score card is damaged.", e);
        }
    }
}
