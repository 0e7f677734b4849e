package io.watchdesk.privacy;

import io.watchdesk.platform.Seal;
import io.watchdesk.privacy.Inventory.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes somebody out of every table: rows of their own are deleted, in all others a pseudonym stands afterwards. */
@Component
class Eraser {

    private final JdbcClient jdbc;
    private final Holdings holdings;
    private final Permits permits;
    private final Seal seal;

    Eraser(JdbcClient jdbc, Holdings holdings, Permits permits, Seal seal) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.permits = permits;
        this.seal = seal;
    }

    /** In the caller's transaction; the answer is how many rows of which table were deleted or changed. */
    Map<String, Long> erase(Subject subject, String pseudonym, String record) {
        Map<String, Long> counts = new TreeMap<>();
        holdings.inventory().personal().forEach((name, table) -> {
            if (table.mine() != null && subject.id() != null) {
                long deleted = jdbc.sql("delete from %s where %s = ?".formatted(name, table.mine()))
                        .param(subject.id())
                        .update();
                count(counts, "deleted " + name, deleted);
            }
            List<Map<String, Object>> rows = holdings.rows(name, table, subject);
            permits.with(
                    table.permit() == null ? List.of() : List.of(name),
                    keys(table.permit(), rows),
                    record,
                    () -> rows.forEach(row -> rewrite(name, table, row, subject, pseudonym, counts)));
            if (table.bytes() != null) {
                // JSON variables live in byte arrays.
                String variables = "id_ in (select h.%s from %s h)".formatted(table.bytes(), name);
                count(
                        counts,
                        "pseudonymised act_ge_bytearray",
                        rewriteRaw("act_ge_bytearray", "bytes_", variables, subject, pseudonym));
            }
            if (table.raw() != null) {
                count(
                        counts,
                        "pseudonymised " + name,
                        rewriteRaw(name, table.raw(), table.raw() + " is not null", subject, pseudonym));
            }
        });
        return counts;
    }

    private static Set<String> keys(String permit, List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> row.get(permit))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void rewrite(
            String name,
            Table table,
            Map<String, Object> row,
            Subject subject,
            String pseudonym,
            Map<String, Long> counts) {
        Map<String, Object> changes = new TreeMap<>();
        table.people().stream()
                .filter(column -> subject.id() != null && subject.id().equals(row.get(column)))
                .forEach(column -> changes.put(column, pseudonym));
        Stream.concat(table.woven(), table.sealed().stream()).forEach(column -> {
            String text = (String) row.get(column);
            String without = subject.without(text, pseudonym);
            if (!Objects.equals(text, without)) {
                changes.put(column, without);
            }
        });
        if (!changes.isEmpty()) {
            count(counts, "pseudonymised " + name, update(name, table, row, changes));
        }
    }

    private long update(String name, Table table, Map<String, Object> row, Map<String, Object> changes) {
        List<String> key = table.key().isEmpty() ? new ArrayList<>(changes.keySet()) : table.key();
        List<Object> values = new ArrayList<>();
        changes.forEach((column, value) -> values.add(
                table.sealed().contains(column)
                        ? seal.seal(
                                Holdings.place(
                                        name, table, column, row.get(table.key().get(0))),
                                (String) value)
                        : value));
        key.forEach(column -> values.add(row.get(column)));
        String set = changes.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        String where = key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        return jdbc.sql("update %s set %s where %s".formatted(name, set, where))
                .params(values)
                .update();
    }

    private long rewriteRaw(String name, String column, String where, Subject subject, String pseudonym) {
        long changed = 0;
        List<Raw> all = jdbc.sql("select id_, %s from %s where %s".formatted(column, name, where))
                .query((row, number) -> new Raw(row.getString(1), row.getBytes(2)))
                .list();
        for (Raw raw : all) {
            String text = raw.bytes == null ? "" : new String(raw.bytes, StandardCharsets.UTF_8);
            String without = subject.without(text, pseudonym);
            if (!text.equals(without)) {
                jdbc.sql("update %s set %s = ? where id_ = ?".formatted(name, column))
                        .params(without.getBytes(StandardCharsets.UTF_8), raw.id)
                        .update();
                changed++;
            }
        }
        return changed;
    }

    private static void count(Map<String, Long> counts, String what, long rows) {
        if (rows > 0) {
            counts.merge(what, rows, Long::sum);
        }
    }

    private record Raw(String id, byte[] bytes) {}
}
