package io.watchdesk.content;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Asks the tables for no more than a page shows. */
@Repository
@Transactional(readOnly = true)
class PieceListRows implements PieceList {

    private static final String COLUMNS = "select id, title, stage, planner, accounts, opened_at";

    private static final String NEWEST_FIRST =
            " order by opened_at desc, id desc offset :offset rows fetch next :limit rows only";

    /** Written with the piece; empty where an older node wrote it. */
    private static final String FOUND_BY = "coalesce(found_by, lower(title || ' ' || topic))";

    private final JdbcClient jdbc;
    private final JsonColumns json;

    PieceListRows(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Page find(String text, Piece.Stage stage, int offset, int limit) {
        StringBuilder where = new StringBuilder(" from content_piece where 1 = 1");
        Map<String, Object> values = new HashMap<>();
        String wanted = text == null ? "" : text.strip();
        if (wanted.toUpperCase(Locale.ROOT).matches("C-\\d{1,15}")) {
            where.append(" and id = :id");
            values.put("id", wanted.toUpperCase(Locale.ROOT));
        } else if (!wanted.isEmpty()) {
            where.append(" and " + FOUND_BY + " like :text escape '!'");
            values.put("text", "%" + wanted.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (stage != null) {
            where.append(" and stage = :stage");
            values.put("stage", stage.name());
        }
        return values.containsKey("text")
                ? searched(where, values, offset, limit)
                : listed(where, values, offset, limit);
    }

    /** The index puts them in their order, so that only those of the page are read. */
    private Page listed(CharSequence where, Map<String, Object> values, int offset, int limit) {
        long total = count(where, values);
        if (total == 0) {
            return new Page(List.of(), 0);
        }
        List<Line> lines = jdbc.sql(COLUMNS + where + NEWEST_FIRST)
                .params(values)
                .param("offset", offset)
                .param("limit", limit)
                .query(this::line)
                .list();
        return new Page(lines, total);
    }

    /** Every text has to be read anyway, so it is read once, for the page and for its count. */
    private Page searched(CharSequence where, Map<String, Object> values, int offset, int limit) {
        long[] total = new long[1];
        List<Line> lines = jdbc.sql(COLUMNS + ", count(*) over () as total" + where + NEWEST_FIRST)
                .params(values)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return line(row, number);
                })
                .list();
        return new Page(lines, lines.isEmpty() && offset > 0 ? count(where, values) : total[0]);
    }

    private long count(CharSequence where, Map<String, Object> values) {
        return jdbc.sql("select count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, String> titles(Collection<String> pieceIds) {
        Map<String, String> titles = new HashMap<>();
        if (!pieceIds.isEmpty()) {
            jdbc.sql("select id, title from content_piece where id in (:ids)")
                    .param("ids", pieceIds)
                    .query(row -> {
                        titles.put(row.getString("id"), row.getString("title"));
                    });
        }
        return titles;
    }

    @Override
    public Map<String, Line> lines(Collection<String> pieceIds) {
        Map<String, Line> lines = new HashMap<>();
        if (!pieceIds.isEmpty()) {
            jdbc.sql(COLUMNS + " from content_piece where id in (:ids)")
                    .param("ids", pieceIds)
                    .query(this::line)
                    .list()
                    .forEach(line -> lines.put(line.id(), line));
        }
        return lines;
    }

    @Override
    public List<Submission> submissions(String pieceId) {
        return jdbc.sql("select number, editor, submitted_at, hash from content_version where piece_id = ?"
                        + " order by number desc")
                .param(pieceId)
                .query((row, number) -> new Submission(
                        row.getInt("number"),
                        row.getString("editor"),
                        row.getTimestamp("submitted_at").toInstant(),
                        row.getString("hash")))
                .list();
    }

    @Override
    public List<Expiry> rightsEnding(LocalDate from, LocalDate until, int limit) {
        return jdbc.sql("select id, piece_id, file_name, rights_until from content_asset"
                        + " where rights_until >= ? and rights_until < ? order by rights_until, id"
                        + " fetch first ? rows only")
                .params(from, until, limit)
                .query((row, number) -> new Expiry(
                        row.getString("id"),
                        row.getString("piece_id"),
                        row.getString("file_name"),
                        row.getObject("rights_until", LocalDate.class)))
                .list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("title"),
                Piece.Stage.valueOf(row.getString("stage")),
                row.getString("planner"),
                json.read(row.getString("accounts"), new TypeReference<List<String>>() {}),
                row.getTimestamp("opened_at").toInstant());
    }
}
