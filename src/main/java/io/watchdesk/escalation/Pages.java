package io.watchdesk.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.escalation.Page.Attempt;
import io.watchdesk.escalation.Page.Result;
import io.watchdesk.escalation.Page.State;
import io.watchdesk.notification.PlainText;
import io.watchdesk.oncall.Contacts.Address;
import io.watchdesk.oncall.Contacts.Kind;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every page and every try to deliver it. */
@Repository
class Pages implements SealedColumn.Keeper {

    private static final SealedColumn TRIED = new SealedColumn("crisis_page_attempt", "id", "target");
    private static final SealedColumn NEXT = new SealedColumn("crisis_page", "id", "next_target");

    private static final int LONGEST_SAID = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Seal seal;

    Pages(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(TRIED, NEXT);
    }

    String add(Paging.Request request, Instant now) {
        String id = "PG-"
                + jdbc.sql("select nextval('page_number')").query(Long.class).single();
        jdbc.sql("insert into crisis_page (id, crisis_id, step, tier, person, kind, next_people, second_address_at,"
                        + " requested_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        request.crisisId(),
                        request.step(),
                        request.tier(),
                        request.person(),
                        Outcomes.text(request.kind()),
                        json(request.nextPeople()),
                        utc(request.secondAddressAt()),
                        utc(now),
                        Outcomes.text(State.REQUESTED))
                .update();
        return id;
    }

    /** The page, locked until the transaction ends. */
    Page lock(String id) {
        return jdbc.sql("select * from crisis_page where id = ? for update")
                .param(id)
                .query(Pages::page)
                .single();
    }

    /** Every page of a crisis so far, in the order of the requests. */
    List<Page> of(String crisisId) {
        return jdbc.sql("select * from crisis_page where crisis_id = ? order by requested_at, id")
                .param(crisisId)
                .query(Pages::page)
                .list();
    }

    /** Whether the ladder has called this person again for the same crisis since. */
    boolean isOvertaken(Page page) {
        return jdbc.sql("select count(*) from crisis_page where crisis_id = ? and person = ? and step > ?"
                                + " and kind not in ('stillOnIt', 'handOver')")
                        .params(page.crisisId(), page.person(), page.step())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The page and, where it is a repeated one, those to the same person that wait for their window too, oldest first; all
     * locked, and by everybody in the same order, so that windows may end at the same moment.
     */
    List<Page> lockWithRepeats(String id) {
        Page page = jdbc.sql("select * from crisis_page where id = ?")
                .param(id)
                .query(Pages::page)
                .single();
        if (page.kind() != Paging.Kind.REPEAT) {
            return List.of(lock(id));
        }
        // One after the other: in which order a query locks its rows is the database's own affair.
        return jdbc
                .sql("select id from crisis_page where person = ? and (id = ? or state = ? and kind = ?)"
                        + " order by requested_at, id")
                .params(page.person(), id, Outcomes.text(State.REQUESTED), Outcomes.text(Paging.Kind.REPEAT))
                .query(String.class)
                .list()
                .stream()
                .map(this::lock)
                .filter(locked -> locked.id().equals(id) || locked.state() == State.REQUESTED)
                .toList();
    }

    /** The pages that this one tells about as well. */
    List<Page> toldWith(String id) {
        return jdbc.sql("select * from crisis_page where told_with = ? order by requested_at, id")
                .param(id)
                .query(Pages::page)
                .list();
    }

    void tellWith(String id, String other) {
        jdbc.sql("update crisis_page set state = ?, told_with = ?, outcome = ? where id = ?")
                .params(Outcomes.text(State.TOLD_WITH), other, "Told together with %s.".formatted(other), id)
                .update();
    }

    /** Notes the address that is tried now, which no variable of the engine may hold in plain. */
    void next(String id, Address address) {
        jdbc.sql("update crisis_page set next_target = ? where id = ?")
                .params(seal.seal(NEXT.place(id), address.target()), id)
                .update();
    }

    /**
     * The address that is tried now.
     *
     * @param told as it stands in the process; in full only where an older version began the page
     */
    Address inFull(String id, Address told) {
        return jdbc.sql("select next_target from crisis_page where id = ? and next_target is not null")
                .param(id)
                .query((row, number) -> new Address(told.kind(), seal.open(NEXT.place(id), row.getString(1))))
                .optional()
                .orElse(told);
    }

    void state(String id, State state) {
        jdbc.sql("update crisis_page set state = ? where id = ?")
                .params(Outcomes.text(state), id)
                .update();
    }

    /**
     * @param through the address, or null where there was none
     * @param outcome a sentence
     */
    void state(String id, State state, String through, String outcome, Instant at) {
        jdbc.sql("update crisis_page set state = ?, through = coalesce(?, through), outcome = ?, outcome_at = ?"
                        + " where id = ?")
                .params(Outcomes.text(state), through, outcome, utc(at), id)
                .update();
    }

    void round(String id, int round) {
        jdbc.sql("update crisis_page set round_number = ? where id = ?")
                .params(round, id)
                .update();
    }

    /** When this person got a page last, for whatever crisis; empty for never. */
    Optional<Instant> lastDelivered(String person) {
        return jdbc.sql("select max(ended_at) from crisis_page_attempt where person = ? and outcome = ?")
                .params(person, Result.DELIVERED.text())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** All tries of a page, oldest first. */
    List<Attempt> attempts(String pageId) {
        return jdbc.sql("select * from crisis_page_attempt where page_id = ? order by started_at, number")
                .param(pageId)
                .query(this::attempt)
                .list();
    }

    /** @param messageId what a mail with this try is called, or null */
    void add(Attempt attempt, String messageId, Instant now) {
        jdbc.sql("insert into crisis_page_attempt (id, page_id, round_number, person, way, target, message_id,"
                        + " number, started_at, outcome) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        attempt.id(),
                        attempt.pageId(),
                        attempt.round(),
                        attempt.person(),
                        Outcomes.text(attempt.address().kind()),
                        seal.seal(TRIED.place(attempt.id()), attempt.address().target()),
                        messageId,
                        attempt.number(),
                        utc(now),
                        attempt.result().text())
                .update();
    }

    /** Whether nobody has noted yet what became of this try. */
    boolean isWaiting(String attemptId) {
        return jdbc.sql("select count(*) from crisis_page_attempt where id = ? and outcome = ?")
                        .params(attemptId, Result.WAITING.text())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void end(String attemptId, Result result, String said, Instant at) {
        jdbc.sql("update crisis_page_attempt set outcome = ?, said = ?, ended_at = ? where id = ?")
                .params(result.text(), said == null ? null : PlainText.cut(said, LONGEST_SAID), utc(at), attemptId)
                .update();
    }

    /** Tries of this page of which nothing was heard count as failed. */
    void endUnanswered(String pageId, Instant at) {
        jdbc.sql("update crisis_page_attempt set outcome = ?, said = ?, ended_at = ? where page_id = ? and outcome = ?")
                .params(
                        Result.FAILED.text(),
                        "Nothing was heard of it in time.",
                        utc(at),
                        pageId,
                        Result.WAITING.text())
                .update();
    }

    private static Page page(ResultSet row, int number) throws SQLException {
        return new Page(
                row.getString("id"),
                row.getString("crisis_id"),
                row.getInt("step"),
                row.getInt("tier"),
                row.getString("person"),
                Outcomes.parse(Paging.Kind.class, row.getString("kind")),
                list(row.getString("next_people")),
                instant(row, "second_address_at"),
                Outcomes.parse(State.class, row.getString("state")),
                row.getInt("round_number"));
    }

    private Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getString("id"),
                row.getString("page_id"),
                row.getInt("round_number"),
                row.getString("person"),
                new Address(
                        Outcomes.parse(Kind.class, row.getString("way")),
                        seal.open(TRIED.place(row.getString("id")), row.getString("target"))),
                row.getInt("number"),
                Outcomes.parse(Result.class, row.getString("outcome")));
    }

    private static String json(List<String> people) {
        try {
            return JSON.writeValueAsString(people);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of people does not become JSON.", e);
        }
    }

    private static List<String> list(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The list of people is damaged: " + json, e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
