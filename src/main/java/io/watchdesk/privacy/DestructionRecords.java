package io.watchdesk.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was destroyed, how much, by whom, when and why; never what it was. */
@Repository
public class DestructionRecords {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DestructionRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String nextId() {
        return "DR-"
                + jdbc.sql("select nextval('destruction_number')")
                        .query(Long.class)
                        .single();
    }

    void add(Destruction record) {
        jdbc.sql(
                        "insert into destruction_record (id, kind, pseudonym, ground, requested_by, approved_by, carried_out_by,"
                                + " carried_out_at, counts) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(record.id())
                .param(record.kind())
                .param(record.pseudonym())
                .param(record.ground())
                .param(record.requestedBy())
                .param(record.approvedBy())
                .param(record.carriedOutBy())
                .param(record.carriedOutAt().atOffset(ZoneOffset.UTC))
                .param(write(record.counts()))
                .update();
    }

    /** The newest records, newest first. */
    public List<Destruction> newest(int limit) {
        return jdbc.sql(
                        "select * from destruction_record order by carried_out_at desc, id desc fetch first ? rows only")
                .param(limit)
                .query((row, number) -> new Destruction(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("pseudonym"),
                        row.getString("ground"),
                        row.getString("requested_by"),
                        row.getString("approved_by"),
                        row.getString("carried_out_by"),
                        row.getObject("carried_out_at", OffsetDateTime.class).toInstant(),
                        read(row.getString("counts"))))
                .list();
    }

    String write(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers by name can be written.", e);
        }
    }

    private Map<String, Long> read(String counts) {
        try {
            return json.readValue(counts, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A destruction record is damaged.", e);
        }
    }

    /**
     * @param kind {@code erasure} or {@code retention}
     * @param pseudonym who the erased person is called since then, or null
     * @param ground the legal ground
     * @param counts rows by what was done to which table
     */
    public record Destruction(
            String id,
            String kind,
            String pseudonym,
            String ground,
            String requestedBy,
            String approvedBy,
            String carriedOutBy,
            Instant carriedOutAt,
            Map<String, Long> counts) {}
}
