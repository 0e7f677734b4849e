package io.watchdesk.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows into any table, whatever columns it has: what the test does not say is filled with something that fits. */
final class TableFiller {

    private final JdbcClient jdbc;
    private final Map<String, List<Column>> known = new LinkedHashMap<>();
    /** Beyond what the sequences of a run reach, and never the same twice. */
    private static int counter = 1_000_000;

    TableFiller(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tables of the schema, the engine's included, in small letters. */
    List<String> tables() {
        return jdbc.sql("select lower(table_name) from information_schema.tables"
                        + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'"
                        + " and lower(table_name) not like 'flyway%' order by 1")
                .query(String.class)
                .list();
    }

    List<Column> columns(String table) {
        return known.computeIfAbsent(
                table,
                name -> jdbc.sql("select lower(column_name), lower(data_type), character_maximum_length, is_identity"
                                + " from information_schema.columns where lower(table_name) = ?"
                                + " and lower(table_schema) = 'public' order by ordinal_position")
                        .param(name)
                        .query((row, number) -> new Column(
                                row.getString(1),
                                row.getString(2),
                                (int) Math.min(Integer.MAX_VALUE, row.getLong(3)),
                                "YES".equalsIgnoreCase(row.getString(4))))
                        .list());
    }

    /**
     * Writes one row.
     *
     * @param at for every column of time; what begins begins an hour earlier
     * @param said values by column; null is one; for columns that the table does not have they are ignored
     */
    void fill(String table, Instant at, String suffix, Map<String, Object> said) {
        List<Column> columns =
                columns(table).stream().filter(column -> !column.identity).toList();
        List<Object> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(said.containsKey(column.name) ? said.get(column.name) : value(table, column, at, suffix));
        }
        jdbc.sql("insert into %s (%s) values (%s)"
                        .formatted(
                                table,
                                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                                columns.stream().map(column -> "?").collect(Collectors.joining(", "))))
                .params(values)
                .update();
    }

    /** How many rows of a table have this word in any column of text. */
    long rowsWith(String table, String word) {
        String any = columns(table).stream()
                .filter(Column::isText)
                .map(column -> "position('" + word + "' in lower(coalesce(" + column.name + ", ''))) > 0")
                .collect(Collectors.joining(" or "));
        return any.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from %s where %s".formatted(table, any))
                        .query(Long.class)
                        .single();
    }

    void deleteWith(String table, String word) {
        String any = columns(table).stream()
                .filter(Column::isText)
                .map(column -> "position('" + word + "' in lower(coalesce(" + column.name + ", ''))) > 0")
                .collect(Collectors.joining(" or "));
        jdbc.sql("delete from %s where %s".formatted(table, any)).update();
    }

    private Object value(String table, Column column, Instant at, String suffix) {
        counter++;
        if (column.isText()) {
            String text = counter + suffix;
            return column.length > 0 && text.length() > column.length
                    ? text.substring(text.length() - column.length)
                    : text;
        }
        if (column.type.startsWith("timestamp")) {
            return Timestamp.from(column.name.startsWith("starts") ? at.minusSeconds(3600) : at);
        }
        return switch (column.type) {
            case "boolean" -> false;
            case "integer", "bigint", "smallint", "numeric", "double precision" -> counter;
            case "date" -> java.sql.Date.valueOf("2020-01-01");
            default -> new byte[] {1};
        };
    }

    record Column(String name, String type, int length, boolean identity) {

        boolean isText() {
            return type.startsWith("character");
        }
    }
}
