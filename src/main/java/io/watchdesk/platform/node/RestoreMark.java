package io.watchdesk.platform.node;

import io.watchdesk.platform.RestoredBackup;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the mark that copies of the embedded database carry, or on PostgreSQL the operator's word. */
@Component
class RestoreMark implements RestoredBackup {

    private final JdbcClient database;
    private final NodeSettings settings;

    RestoreMark(JdbcClient database, NodeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Optional<Instant> takenAt() {
        Optional<Instant> mark = instant("taken_at");
        Instant told = settings.restoredFrom();
        if (mark.isPresent() || told == null) {
            return mark;
        }
        // The setting may stay for later starts; a newer value is another restore.
        return instant("reconciled").filter(done -> !done.isBefore(told)).isPresent()
                ? Optional.empty()
                : Optional.of(told);
    }

    @Override
    public Optional<Instant> lookedUpUntil() {
        return instant("reconciled");
    }

    @Override
    public void reconciled() {
        takenAt()
                .ifPresent(
                        taken -> database.sql("update restored_backup set taken_at = null, reconciled = ? where id = 1")
                                .param(taken.atOffset(ZoneOffset.UTC))
                                .update());
    }

    private Optional<Instant> instant(String column) {
        return database.sql("select %s from restored_backup where id = 1 and %1$s is not null".formatted(column))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
