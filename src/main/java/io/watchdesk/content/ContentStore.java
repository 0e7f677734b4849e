package io.watchdesk.content;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchdesk.content.Version.Variant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of pieces, working copies and versions. */
@Repository
class ContentStore {

    private static final int AT_ONCE = 500;

    /** Stands between title and topic in the text that pieces are found by; nobody types it into a search. */
    private static final String BETWEEN = "\n";

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Variant>> VARIANTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonColumns json;

    ContentStore(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String nextPieceId() {
        return "C-"
                + jdbc.sql("select nextval('content_number')").query(Long.class).single();
    }

    void insert(Piece piece) {
        Brief brief = piece.brief();
        jdbc.sql("insert into content_piece (id, topic, category, audience, tier, format, accounts, wished_at, notes,"
                        + " planner, title, stage, opened_at, found_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, lower(?))")
                .params(
                        piece.id(),
                        brief.topic(),
                        brief.category().name(),
                        brief.audience(),
                        brief.tier().name(),
                        brief.format().name(),
                        json.write(brief.accounts()),
                        brief.wishedAt(),
                        brief.notes(),
                        piece.planner(),
                        piece.title(),
                        piece.stage().name(),
                        Timestamp.from(piece.openedAt()),
                        piece.title() + BETWEEN + brief.topic())
                .update();
        jdbc.sql("insert into content_draft (piece_id, title, body, variants, links, assets, contributors, revision)"
                        + " values (?, '', '', '[]', '[]', '[]', '[]', 0)")
                .params(piece.id())
                .update();
    }

    Optional<Piece> piece(String id) {
        return jdbc.sql("select * from content_piece where id = ?")
                .params(id)
                .query(this::toPiece)
                .optional();
    }

    List<Piece> pieces() {
        return jdbc.sql("select * from content_piece order by opened_at desc, id desc")
                .query(this::toPiece)
                .list();
    }

    Map<String, String> topics(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        Map<String, String> topics = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            jdbc.sql("select id, topic from content_piece where id in (:ids)")
                    .param("ids", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .query((RowCallbackHandler) row -> topics.put(row.getString("id"), row.getString("topic")));
        }
        return topics;
    }

    void setTitle(String pieceId, String title) {
        jdbc.sql("update content_piece set title = :title, found_by = lower(cast(:head as varchar(900)) || topic)"
                        + " where id = :id")
                .param("title", title)
                .param("head", title + BETWEEN)
                .param("id", pieceId)
                .update();
    }

    void setStage(String pieceId, Piece.Stage stage) {
        jdbc.sql("update content_piece set stage = ? where id = ?")
                .params(stage.name(), pieceId)
                .update();
    }

    /** Reads the working copy and keeps others from changing it until the transaction ends. */
    Optional<Draft> lockDraft(String pieceId) {
        return jdbc.sql("select * from content_draft where piece_id = ? for update")
                .params(pieceId)
                .query(this::toDraft)
                .optional();
    }

    Optional<Draft> draft(String pieceId) {
        return jdbc.sql("select * from content_draft where piece_id = ?")
                .params(pieceId)
                .query(this::toDraft)
                .optional();
    }

    void update(Draft draft) {
        jdbc.sql("update content_draft set title = ?, body = ?, variants = ?, links = ?, assets = ?, ai = ?,"
                        + " contributors = ?, revision = ?, saved_by = ?, saved_at = ? where piece_id = ?")
                .params(
                        draft.title(),
                        draft.body(),
                        json.write(draft.variants()),
                        json.write(draft.links()),
                        json.write(draft.assets()),
                        draft.ai() == null ? null : draft.ai().name(),
                        json.write(draft.contributors()),
                        draft.revision(),
                        draft.savedBy(),
                        draft.savedAt() == null ? null : Timestamp.from(draft.savedAt()),
                        draft.pieceId())
                .update();
    }

    void insert(Version version) {
        jdbc.sql("insert into content_version (piece_id, number, title, body, variants, links, assets, ai, author,"
                        + " editor, contributors, submitted_at, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        version.pieceId(),
                        version.number(),
                        version.title(),
                        version.body(),
                        json.write(version.variants()),
                        json.write(version.links()),
                        json.write(version.assets()),
                        version.ai().name(),
                        version.author(),
                        version.editor(),
                        json.write(version.contributors()),
                        Timestamp.from(version.submittedAt()),
                        version.hash())
                .update();
    }

    Optional<Version> version(String pieceId, int number) {
        return jdbc.sql("select * from content_version where piece_id = ? and number = ?")
                .params(pieceId, number)
                .query(this::toVersion)
                .optional();
    }

    Optional<Version> latestVersion(String pieceId) {
        return jdbc.sql("select * from content_version where piece_id = ? order by number desc fetch first 1 rows only")
                .params(pieceId)
                .query(this::toVersion)
                .optional();
    }

    private Piece toPiece(ResultSet row, int number) throws SQLException {
        Timestamp wished = row.getTimestamp("wished_at");
        Brief brief = new Brief(
                row.getString("topic"),
                Category.valueOf(row.getString("category")),
                row.getString("audience"),
                PoolTier.valueOf(row.getString("tier")),
                Format.valueOf(row.getString("format")),
                json.read(row.getString("accounts"), TEXTS),
                wished == null ? null : wished.toLocalDateTime(),
                row.getString("notes"));
        return new Piece(
                row.getString("id"),
                brief,
                row.getString("planner"),
                row.getString("title"),
                Piece.Stage.valueOf(row.getString("stage")),
                instant(row, "opened_at"));
    }

    private Draft toDraft(ResultSet row, int number) throws SQLException {
        String ai = row.getString("ai");
        return new Draft(
                row.getString("piece_id"),
                row.getString("title"),
                row.getString("body"),
                json.read(row.getString("variants"), VARIANTS),
                json.read(row.getString("links"), TEXTS),
                json.read(row.getString("assets"), TEXTS),
                ai == null ? null : AiDeclaration.valueOf(ai),
                json.read(row.getString("contributors"), TEXTS),
                row.getInt("revision"),
                row.getString("saved_by"),
                instant(row, "saved_at"));
    }

    private Version toVersion(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getString("piece_id"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("body"),
                json.read(row.getString("variants"), VARIANTS),
                json.read(row.getString("links"), TEXTS),
                json.read(row.getString("assets"), TEXTS),
                AiDeclaration.valueOf(row.getString("ai")),
                row.getString("author"),
                row.getString("editor"),
                json.read(row.getString("contributors"), TEXTS),
                instant(row, "submitted_at"),
                row.getString("hash"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
