package io.watchdesk.platform.embedded;

import io.watchdesk.platform.NotStarted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the file of the embedded database before anything works with it, and refuses one that is missing, damaged or
 * older than what was confirmed to people. What a kill left of open transactions is undone; else nothing is changed by
 * looking, and an empty database is never begun beside an old one.
 */
final class Inspection {

    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    private final EmbeddedFiles files;
    private final Path backups;
    private final String url;
    private final String user;
    private final String password;
    private final boolean thorough;

    /** @param thorough whether the file's hash, or after a crash every row, is read */
    Inspection(EmbeddedFiles files, Path backups, String url, String user, String password, boolean thorough) {
        this.files = files;
        this.backups = backups;
        this.url = url + ";IFEXISTS=TRUE";
        this.user = user;
        this.password = password;
        this.thorough = thorough;
    }

    /**
     * @return the number of the state that the file holds; empty where there is no file yet
     * @throws NotStarted when it must not be worked with
     */
    Optional<Long> look() throws IOException {
        Path file = files.database();
        Optional<Seal> seal = Seal.read(files.seal());
        if (!Files.exists(file)) {
            if (seal.isPresent()) {
                throw refused("The file of the database, %s, is missing, although Watchdesk has worked with it.");
            }
            return Optional.empty();
        }
        if (Files.size(file) == 0) {
            throw refused("The file of the database, %s, is empty.");
        }
        if (thorough
                && seal.isPresent()
                && seal.get().sha256() != null
                && !seal.get().fits(file)) {
            throw new NotStarted(
                    "The file of the database, %s, is not as Watchdesk closed it: it was damaged or changed since."
                            .formatted(file),
                    wayBack()
                            + "\nIf you changed it on purpose with another program, delete %s and start again."
                                    .formatted(files.seal()),
                    1);
        }
        return Optional.of(open(seal));
    }

    private long open(Optional<Seal> seal) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            long version = version(connection);
            Long sealed = seal.map(Seal::version).orElse(null);
            if (sealed != null && version < sealed) {
                throw refused("The file of the database, %s, has lost its newest part: it holds state " + version
                        + ", and state " + sealed + " was written.");
            }
            if (thorough && (seal.isEmpty() || sealed != null)) {
                undoLeftovers(connection);
                readEverything(connection);
            }
            return version(connection);
        } catch (SQLException | IOException | MVStoreException e) {
            throw meaning(e);
        }
    }

    private void undoLeftovers(Connection connection) throws SQLException {
        Leftovers leftovers = new Leftovers(connection);
        int undone = leftovers.undo();
        List<String> halves = leftovers.halves();
        if (!halves.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }
            throw refused("The file of the database, %s, holds half of a transaction, in "
                    + String.join(", ", halves)
                    + ": some indexes have rows that their table has not.");
        }
        if (undone > 0) {
            leftovers.keep();
            LOG.warn(
                    "The last run was killed while something was being saved: {} rows and index entries that nobody had confirmed were undone.",
                    undone);
        }
    }

    /** The number of the newest state; every commit makes a greater one. */
    static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select setting_value from information_schema.settings"
                        + " where setting_name = 'info.CURRENT_VERSION'")) {
            if (!answer.next()) {
                throw new SQLException("H2 does not tell the number of its newest state.");
            }
            return answer.getLong(1);
        }
    }

    /** Pages that are damaged are found only by whoever reads them. */
    static int readEverything(Connection connection) throws SQLException, IOException {
        List<String> tables = new ArrayList<>();
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution 1");
            try (ResultSet found = statement.executeQuery("select table_schema, table_name from"
                    + " information_schema.tables where table_type = 'BASE TABLE'"
                    + " and table_schema <> 'INFORMATION_SCHEMA'")) {
                while (found.next()) {
                    tables.add("\"%s\".\"%s\"".formatted(found.getString(1), found.getString(2)));
                }
            }
            for (String table : tables) {
                try (ResultSet content = statement.executeQuery("select * from " + table)) {
                    rows += read(content);
                }
            }
            statement.execute("set lazy_query_execution 0");
        }
        return rows;
    }

    private static int read(ResultSet content) throws SQLException, IOException {
        int columns = content.getMetaData().getColumnCount();
        int rows = 0;
        while (content.next()) {
            rows++;
            for (int column = 1; column <= columns; column++) {
                if (content.getObject(column) instanceof Blob large) {
                    try (InputStream bytes = large.getBinaryStream()) {
                        bytes.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                }
            }
        }
        return rows;
    }

    private NotStarted meaning(Exception failure) {
        int code = failure instanceof SQLException e ? e.getErrorCode() : 0;
        return switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new NotStarted(
                        "Another process works with the database %s; the embedded database serves one only."
                                .formatted(files.database()),
                        "Stop the other one first (it may be another Watchdesk, or a program that looks at the file)."
                                + " Several nodes need PostgreSQL.",
                        1);
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                new NotStarted(
                        "The password of the database %s is not the one in %s or in the settings."
                                .formatted(files.database(), files.key()),
                        "Put back the file %s that belongs to this database; it is in every backup."
                                .formatted(files.key()),
                        2);
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                new NotStarted(
                        "The database %s was written by another version of H2.".formatted(files.database()),
                        "Start the version of Watchdesk that wrote it, or restore a backup of this one.",
                        2);
            default ->
                refused("The file of the database, %s, is damaged ("
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                                .replace("%", "%%")
                        + ").");
        };
    }

    private NotStarted refused(String problem) {
        return new NotStarted(problem.formatted(files.database()), wayBack(), 1);
    }

    private String wayBack() {
        List<Path> newest = EmbeddedFiles.backupsIn(backups);
        if (newest.isEmpty()) {
            return "There is no backup in %s. Put back a copy of the file and of %s from elsewhere, then start again."
                    .formatted(backups, files.key());
        }
        return "Nothing was changed. The newest of %d backups comes back with the same command and%n  --watchdesk.restore=%s%nThe damaged file is kept."
                .formatted(newest.size(), newest.get(0));
    }
}
