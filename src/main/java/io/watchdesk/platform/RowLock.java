package io.watchdesk.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How a row is read and kept from other writers until the transaction ends. On PostgreSQL a plain {@code for update} also
 * waits for everybody who has added a row that refers to this one; two who did and then lock it would wait for each other.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS">PostgreSQL, row-level locks</a>
 */
@Component
public class RowLock {

    private final boolean postgres;

    /** @param url of the database, as JDBC names it */
    public RowLock(@Value("${spring.datasource.url}") String url) {
        this.postgres = url.startsWith("jdbc:postgresql:");
    }

    /** The end of a {@code select} of rows that others refer to, with a blank before it. */
    public String clause() {
        return postgres ? " for no key update" : " for update";
    }
}
