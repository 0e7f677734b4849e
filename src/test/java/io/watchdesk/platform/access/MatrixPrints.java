package io.watchdesk.platform.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices that something was changed: for each table how many rows it has and which revisions they are. */
final class MatrixPrints {

    /** Counters of the engine about itself, and records of what was tried or asked. */
    private static final Set<String> NOT_MEANT = Set.of(
            "ACT_RU_METER_LOG",
            "ACT_RU_TASK_METER_LOG",
            "ACT_GE_SCHEMA_LOG",
            "AUDIT_ENTRY",
            "AUDIT_HEAD",
            "FLYWAY_SCHEMA_HISTORY",
            "ACT_HI_DECINST",
            "ACT_HI_DEC_IN",
            "ACT_HI_DEC_OUT");

    private final JdbcClient database;
    private final String sql;
    private Map<String, String> known = Map.of();
    private Set<String> changed = Set.of();

    MatrixPrints(JdbcClient database) {
        this.database = database;
        Map<String, Boolean> revised = new HashMap<>();
        database.sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> revised.put(table.toUpperCase(Locale.ROOT), false));
        database.sql("select table_name from information_schema.columns where lower(column_name) = 'rev_'")
                .query(String.class)
                .list()
                .forEach(table -> revised.put(table.toUpperCase(Locale.ROOT), true));
        NOT_MEANT.forEach(revised::remove);
        List<String> parts = new ArrayList<>();
        revised.forEach((table, hasRevision) -> parts.add("select '%s', count(*), %s from %s"
                .formatted(table, hasRevision ? "coalesce(sum(rev_), 0)" : "0", table)));
        sql = parts.stream().sorted().collect(Collectors.joining(" union all "));
    }

    void remember() {
        known = now();
    }

    boolean haveChanged() {
        Map<String, String> now = now();
        Set<String> differing = new TreeSet<>();
        now.forEach((table, print) -> {
            if (!print.equals(known.get(table))) {
                differing.add(table);
            }
        });
        changed = differing;
        return !differing.isEmpty();
    }

    /** The tables in which something was different the last time it was asked. */
    Set<String> changed() {
        return changed;
    }

    private Map<String, String> now() {
        Map<String, String> prints = new HashMap<>();
        database.sql(sql)
                .query((row, number) -> prints.put(row.getString(1), row.getLong(2) + "/" + row.getLong(3)))
                .list();
        return prints;
    }
}
