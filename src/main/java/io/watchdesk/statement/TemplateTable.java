package io.watchdesk.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.statement.TemplateLibrary.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of prepared texts. */
@Repository
class TemplateTable {

    private static final TypeReference<Map<Element, String>> PHRASES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TemplateTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By scenario, channel, tone and language, retired ones among them. */
    List<Kept> all() {
        return jdbc.sql("select * from statement_template order by scenario, channel, tone, language, id")
                .query(this::row)
                .list();
    }

    Optional<Kept> find(String id) {
        return jdbc.sql("select * from statement_template where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** The same; nobody else changes it until this transaction ends. */
    Optional<Kept> lock(String id) {
        return jdbc.sql("select * from statement_template where id = ? for update")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** Whether the house has made it its own, so that a later starter set leaves it. */
    boolean isOwn(String id) {
        return jdbc.sql("select count(*) from statement_template where id = ? and not starter")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void put(Template template, boolean starter, boolean retired) {
        jdbc.sql("delete from statement_template where id = ?")
                .param(template.id())
                .update();
        jdbc.sql("insert into statement_template (id, scenario, channel, tone, language, title, body, starter, retired,"
                        + " phrases) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        template.id(),
                        template.scenario(),
                        template.channel(),
                        template.tone(),
                        template.language(),
                        template.title(),
                        template.body(),
                        starter,
                        retired,
                        written(template.phrases()))
                .update();
    }

    private String written(Map<Element, String> phrases) {
        try {
            return json.writeValueAsString(phrases);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A template cannot be written as JSON.", e);
        }
    }

    private Kept row(ResultSet row, int number) throws SQLException {
        try {
            String phrases = row.getString("phrases");
            return new Kept(
                    new Template(
                            row.getString("id"),
                            row.getString("scenario"),
                            row.getString("channel"),
                            row.getString("tone"),
                            row.getString("language"),
                            row.getString("title"),
                            row.getString("body"),
                            phrases == null ? Map.of() : json.readValue(phrases, PHRASES)),
                    row.getBoolean("retired"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored JSON column is damaged.", e);
        }
    }
}
