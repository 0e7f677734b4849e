package io.watchdesk.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies rows within a table of PostgreSQL, so that a benchmark has a house with much in it. */
public final class TableCopies {

    private final JdbcClient jdbc;

    /** @param jdbc a PostgreSQL */
    public TableCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Copies each of some rows so often.
     *
     * @param which a condition on the row {@code s} with one parameter
     * @param value of the parameter
     * @param changes the columns in which copy {@code n}, counted from 1, differs from {@code s}, as {@code 'name', expression}
     */
    public void copy(String table, String which, String value, int copies, String changes) {
        jdbc.sql("insert into %1$s select r.* from %1$s s cross join generate_series(1, %2$d) n"
                                .formatted(table, copies)
                        + " cross join lateral jsonb_populate_record(s, jsonb_build_object(%s)) r where %s"
                                .formatted(changes, which))
                .param(value)
                .update();
    }
}
