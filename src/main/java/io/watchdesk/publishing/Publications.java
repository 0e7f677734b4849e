package io.watchdesk.publishing;

import io.watchdesk.platform.Refused;
import io.watchdesk.platform.RowLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger's rows and its append-only attempts, without any rule. */
@Component
class Publications {

    private static final int SENTENCE = 2000;
    private static final int LONGEST_TEXT = 1_000_000;

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final Clock clock;
    private final Node node;

    Publications(JdbcClient jdbc, RowLock lock, Clock clock, Node node) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.clock = clock;
        this.node = node;
    }

    /** Adds a planned row; a row of the same piece, account and revision makes it fail. */
    Publication insert(
            String pieceId,
            String accountId,
            int revision,
            String hash,
            String corrects,
            String crisisId,
            Slot slot,
            String list) {
        String id = "P-"
                + jdbc.sql("select nextval('publication_number')")
                        .query(Long.class)
                        .single();
        jdbc.sql("""
                        insert into publication (id, piece_id, account_id, revision, hash, ledger_key, corrects,
                            crisis_id, slot_local, slot_zone, slot_at, state, list_version, late_allowed, calls)
                        values (:id, :piece, :account, :revision, :hash, :key, :corrects,
                            :crisis, :local, :zone, :at, 'PLANNED', :list, false, 0)
                        """)
                .param("id", id)
                .param("piece", pieceId)
                .param("account", accountId)
                .param("revision", revision)
                .param("hash", hash)
                .param("key", "watchdesk-" + id + "-" + hash.substring(0, 12))
                .param("corrects", corrects)
                .param("crisis", crisisId)
                .param("local", slot.local())
                .param("zone", slot.zone().getId())
                .param("at", utc(slot.at()))
                .param("list", list)
                .update();
        return get(id);
    }

    Publication get(String id) {
        return one("where id = ?", id).orElseThrow(() -> unknown(id));
    }

    /** Reads the row and keeps it locked until the transaction ends. */
    Publication lock(String id) {
        return one("where id = ?" + lock.clause(), id).orElseThrow(() -> unknown(id));
    }

    /** Locks the row of these three, if there is one. */
    Optional<Publication> lock(String pieceId, String accountId, int revision) {
        return one(
                "where piece_id = ? and account_id = ? and revision = ?" + lock.clause(), pieceId, accountId, revision);
    }

    List<Publication> ofPiece(String pieceId) {
        return all("where piece_id = ? order by length(id), id", pieceId);
    }

    List<Publication> corrections(String rootId) {
        return all("where corrects = ? order by revision", rootId);
    }

    List<Publication> inState(Publication.State... states) {
        return jdbc.sql("select * from publication where state in (:states) order by slot_at, id")
                .param("states", Arrays.stream(states).map(Enum::name).toList())
                .query(Publications::row)
                .list();
    }

    /** What has not gone out yet, the next first. */
    List<WaitingPost> waiting() {
        return jdbc.sql("select id, piece_id, account_id, crisis_id from publication"
                        + " where state in ('PLANNED', 'READY', 'IN_FLIGHT', 'WITH_PERSON') order by slot_at, id")
                .query((row, number) ->
                        new WaitingPost(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** Whether another post than this one (or what it corrects) has the link. */
    boolean linkTaken(String link, Publication mine) {
        return all("where link = ?", link).stream().anyMatch(p -> !p.root().equals(mine.root()));
    }

    /** The number of calls made so far. */
    int calls(String id) {
        return jdbc.sql("select calls from publication where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Makes a row that was never sent wait again for what is approved now. */
    void replan(String id, String hash, String listVersion, Slot slot) {
        jdbc.sql("update publication set state = 'PLANNED', hash = ?, list_version = ?, call_started_at = null"
                        + " where id = ?")
                .params(hash, listVersion, id)
                .update();
        slot(id, slot);
    }

    void slot(String id, Slot slot) {
        jdbc.sql("update publication set slot_local = ?, slot_zone = ?, slot_at = ?, late_allowed = false where id = ?")
                .params(slot.local(), slot.zone().getId(), utc(slot.at()), id)
                .update();
    }

    void allowLate(String id) {
        jdbc.sql("update publication set late_allowed = true where id = ?")
                .param(id)
                .update();
    }

    void listVersion(String id, String version) {
        jdbc.sql("update publication set list_version = ? where id = ?")
                .params(version, id)
                .update();
    }

    void claimed(String id) {
        jdbc.sql("update publication set state = 'IN_FLIGHT', claimed_at = ?, call_started_at = null where id = ?")
                .params(utc(clock.instant()), id)
                .update();
    }

    /** Keeps what was cleared, once for each hash; a document too long for the column is left to the content's tables. */
    void keepText(String id, String hash, String canonicalForm) {
        boolean known = text(id, hash).isPresent();
        if (!known && canonicalForm.length() <= LONGEST_TEXT) {
            jdbc.sql("insert into publication_text (publication_id, hash, canonical_form) values (?, ?, ?)")
                    .params(id, hash, canonicalForm)
                    .update();
        }
    }

    /** The document that was cleared under this hash. */
    Optional<String> text(String id, String hash) {
        return jdbc.sql("select canonical_form from publication_text where publication_id = ? and hash = ?")
                .params(id, hash)
                .query(String.class)
                .optional();
    }

    /** Marks that from now on a call may be out there; the state tells who makes it. */
    void callStarted(String id, Publication.State state) {
        jdbc.sql("update publication set state = ?, call_started_at = ?, calls = calls + 1, node = ? where id = ?")
                .params(state.name(), utc(clock.instant()), node.name(), id)
                .update();
    }

    /** Moves the row to a state in which no call is under way that has to be remembered. */
    void settle(String id, Publication.State state, String answer) {
        boolean forgetCall = state == Publication.State.READY || state == Publication.State.PLANNED;
        jdbc.sql("update publication set state = ?, last_answer = ?" + (forgetCall ? ", call_started_at = null" : "")
                        + " where id = ?")
                .params(state.name(), cut(answer), id)
                .update();
    }

    void published(String id, String remoteId, String link, Instant at, String answer) {
        jdbc.sql("update publication set state = 'PUBLISHED', remote_id = ?, link = ?, published_at = ?,"
                        + " last_answer = ? where id = ?")
                .params(remoteId, link, utc(at), cut(answer), id)
                .update();
    }

    /** Ends the post and every correction of it that is out. */
    void takenDown(String rootId, Instant at, String answer) {
        jdbc.sql("update publication set state = 'TAKEN_DOWN', taken_down_at = ?, last_answer = ?"
                        + " where (id = ? or corrects = ?) and state = 'PUBLISHED'")
                .params(utc(at), cut(answer), rootId, rootId)
                .update();
    }

    void attempt(String id, int call, String step, String answer, String actor) {
        jdbc.sql("insert into publication_attempt (id, publication_id, call_number, step, answer, actor, node, at)"
                        + " values (nextval('publication_attempt_number'), ?, ?, ?, ?, ?, ?, ?)")
                .params(id, call, step, cut(answer), actor, node.name(), utc(clock.instant()))
                .update();
    }

    List<Ledger.Attempt> attempts(String id) {
        return jdbc.sql("select * from publication_attempt where publication_id = ? order by id")
                .param(id)
                .query((row, n) -> new Ledger.Attempt(
                        row.getInt("call_number"),
                        row.getString("step"),
                        row.getString("answer"),
                        row.getString("actor"),
                        row.getString("node"),
                        instant(row, "at")))
                .list();
    }

    private Optional<Publication> one(String where, Object... parameters) {
        return jdbc.sql("select * from publication " + where)
                .params(parameters)
                .query(Publications::row)
                .optional();
    }

    private List<Publication> all(String where, Object... parameters) {
        return jdbc.sql("select * from publication " + where)
                .params(parameters)
                .query(Publications::row)
                .list();
    }

    private static Publication row(ResultSet row, int number) throws SQLException {
        Slot slot = new Slot(
                row.getObject("slot_local", LocalDateTime.class),
                ZoneId.of(row.getString("slot_zone")),
                instant(row, "slot_at"));
        return new Publication(
                row.getString("id"),
                row.getString("piece_id"),
                row.getString("account_id"),
                row.getInt("revision"),
                row.getString("hash"),
                row.getString("ledger_key"),
                row.getString("corrects"),
                row.getString("crisis_id"),
                slot,
                Publication.State.valueOf(row.getString("state")),
                row.getString("list_version"),
                row.getBoolean("late_allowed"),
                instant(row, "claimed_at"),
                instant(row, "call_started_at"),
                row.getString("node"),
                row.getString("last_answer"),
                row.getString("remote_id"),
                row.getString("link"),
                instant(row, "published_at"),
                instant(row, "taken_down_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String cut(String sentence) {
        return sentence == null || sentence.length() <= SENTENCE ? sentence : sentence.substring(0, SENTENCE);
    }

    private static Refused unknown(String id) {
        return new Refused("There is no publication %s.".formatted(id));
    }
}
