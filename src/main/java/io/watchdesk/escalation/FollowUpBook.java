package io.watchdesk.escalation;

import io.watchdesk.notification.PlainText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** News of crises, told and untold. */
@Repository
class FollowUpBook {

    private static final int LONGEST_HEADLINE = 200;
    private static final int LONGEST_SENTENCE = 1000;

    private final JdbcClient jdbc;

    FollowUpBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String person, String crisisId, String headline, String sentence, Instant now) {
        jdbc.sql("insert into crisis_follow_up (id, person, crisis_id, headline, sentence, created_at)"
                        + " values (nextval('crisis_follow_up_number'), ?, ?, ?, ?, ?)")
                .params(person, crisisId, cut(headline, LONGEST_HEADLINE), cut(sentence, LONGEST_SENTENCE), utc(now))
                .update();
    }

    /** Everybody who was paged for this crisis or helps with it. */
    List<String> pagedFor(String crisisId) {
        return jdbc.sql("select person from crisis_page where crisis_id = ? union"
                        + " select given_by from crisis_help where crisis_id = ? and given_by is not null order by 1")
                .params(crisisId, crisisId)
                .query(String.class)
                .list();
    }

    /** Everybody for whom something waits. */
    List<String> waitingPeople() {
        return jdbc.sql("select distinct person from crisis_follow_up where told_at is null order by person")
                .query(String.class)
                .list();
    }

    Optional<Instant> lastTold(String person) {
        return jdbc.sql("select max(told_at) from crisis_follow_up where person = ?")
                .param(person)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** What waits for this person, oldest first, locked until the transaction ends. */
    List<News> lockWaiting(String person) {
        return jdbc.sql("select * from crisis_follow_up where person = ? and told_at is null order by id for update")
                .param(person)
                .query((row, number) -> new News(
                        row.getLong("id"),
                        row.getString("crisis_id"),
                        row.getString("headline"),
                        row.getString("sentence")))
                .list();
    }

    void told(String person, long upTo, Instant now) {
        jdbc.sql("update crisis_follow_up set told_at = ? where person = ? and told_at is null and id <= ?")
                .params(utc(now), person, upTo)
                .update();
    }

    private static String cut(String text, int most) {
        return PlainText.cut(text, most);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    record News(long id, String crisisId, String headline, String sentence) {}
}
