package io.watchdesk.privacy;

import io.watchdesk.platform.Seal;
import io.watchdesk.platform.SealedColumn;
import io.watchdesk.privacy.Inventory.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the rows in which somebody stands, in every table of the inventory. */
@Repository
class Holdings {

    /** Names no column, so that a list of conditions is never empty. */
    private static final String NEVER = "1 = 0";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Inventory inventory = Inventory.read();

    Holdings(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Inventory inventory() {
        return inventory;
    }

    /** How many rows of which table; tables without any are left out. */
    Map<String, Long> count(Subject subject) {
        Map<String, Long> counts = new LinkedHashMap<>();
        inventory.personal().forEach((name, table) -> {
            long rows = table.sealed().isEmpty()
                    ? jdbc.sql("select count(*) from " + name + " where " + condition(table, subject))
                            .params(values(table, subject))
                            .query(Long.class)
                            .single()
                    : rows(name, table, subject).size();
            if (rows > 0) {
                counts.put(name, rows);
            }
        });
        return counts;
    }

    /** Every row of the table in which the person stands, sealed texts opened; column names in small letters. */
    List<Map<String, Object>> rows(String name, Table table, Subject subject) {
        List<Map<String, Object>> rows = new ArrayList<>(jdbc
                .sql("select * from " + name + " where " + condition(table, subject))
                .params(values(table, subject))
                .query(new ColumnMapRowMapper())
                .list()
                .stream()
                .map(row -> opened(name, table, row))
                .toList());
        if (!table.sealed().isEmpty()) {
            // No database can search what is sealed.
            try (Stream<Map<String, Object>> others = jdbc
                    .sql("select * from " + name + " where not (" + condition(table, subject) + ")")
                    .params(values(table, subject))
                    .query(new ColumnMapRowMapper())
                    .stream()) {
                others.map(row -> opened(name, table, row))
                        .filter(row ->
                                table.sealed().stream().anyMatch(column -> subject.isIn((String) row.get(column))))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    /** The mail addresses that a team member added to the one of the account. */
    List<String> addresses(String person) {
        SealedColumn target = new SealedColumn("oncall_address", "id", "target");
        return jdbc.sql("select id, target from oncall_address where person = ? and kind = 'MAIL'")
                .param(person)
                .query((row, number) -> seal.open(target.place(row.getString("id")), row.getString("target")))
                .list();
    }

    private Map<String, Object> opened(String name, Table table, Map<String, Object> row) {
        Map<String, Object> opened = new LinkedHashMap<>();
        row.forEach((column, value) -> opened.put(column.toLowerCase(Locale.ROOT), value));
        table.sealed()
                .forEach(column -> opened.computeIfPresent(
                        column,
                        (same, value) -> seal.open(
                                place(
                                        name,
                                        table,
                                        column,
                                        opened.get(table.key().get(0))),
                                (String) value)));
        return opened;
    }

    static String place(String name, Table table, String column, Object key) {
        return new SealedColumn(name, table.key().get(0), column).place(key);
    }

    /** Null counts as not found, also behind a "not". */
    private static String condition(Table table, Subject subject) {
        List<String> conditions = new ArrayList<>(List.of(NEVER));
        if (subject.id() != null) {
            whose(table).forEach(column -> conditions.add("coalesce(" + column + ", '') = ?"));
        }
        for (String column : table.woven().toList()) {
            subject.needles().forEach(word -> conditions.add("position(? in lower(coalesce(" + column + ", ''))) > 0"));
        }
        return conditions.stream().collect(Collectors.joining(" or "));
    }

    private static List<Object> values(Table table, Subject subject) {
        List<Object> values = new ArrayList<>();
        if (subject.id() != null) {
            whose(table).forEach(column -> values.add(subject.id()));
        }
        table.woven().forEach(column -> subject.needles().forEach(word -> values.add(word.toLowerCase(Locale.ROOT))));
        return values;
    }

    private static Stream<String> whose(Table table) {
        return Stream.concat(table.mine() == null ? Stream.empty() : Stream.of(table.mine()), table.people().stream());
    }
}
