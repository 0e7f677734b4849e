package io.watchdesk.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.screening.Screenings.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports in our table, findings as JSON; none is ever changed or removed. */
@Repository
class ReportTable {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ReportTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Report report) {
        jdbc.sql("insert into screening_report (piece_id, version, list_version, screened_at, findings)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        report.pieceId(),
                        report.version(),
                        report.listVersion(),
                        report.screenedAt().atOffset(ZoneOffset.UTC),
                        write(report.findings()))
                .update();
    }

    Optional<Report> latest(String pieceId, int version) {
        return jdbc.sql("select piece_id, version, list_version, screened_at, findings from screening_report"
                        + " where piece_id = ? and version = ? order by id desc fetch first 1 row only")
                .params(pieceId, version)
                .query((row, n) -> report(row))
                .optional();
    }

    private Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getString("piece_id"),
                row.getInt("version"),
                row.getString("list_version"),
                row.getObject("screened_at", OffsetDateTime.class).toInstant(),
                read(row.getString("findings")));
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The findings cannot be written.", e);
        }
    }

    private List<Finding> read(String text) {
        try {
            return json.readValue(text, FINDINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored findings cannot be read.", e);
        }
    }
}
