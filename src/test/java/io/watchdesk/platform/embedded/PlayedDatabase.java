package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An embedded database as it is shipped, with rows that stand for what was confirmed to people. */
final class PlayedDatabase {

    static final String KEY = "a key of thirty-two characters!!";

    final EmbeddedFiles files;

    PlayedDatabase(Path directory) {
        this.files = EmbeddedFiles.of(url(directory)).orElseThrow();
        try {
            Files.createDirectories(directory);
            Files.writeString(files.key(), KEY + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(Path directory) {
        return "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE"
                .formatted(directory.resolve("watchdesk"));
    }

    String url() {
        return url(files.directory());
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url(), "watchdesk", KEY);
    }

    DataSource connections() {
        return new DriverManagerDataSource(url(), "watchdesk", KEY);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(connections());
    }

    /** Every row is a commit of its own. */
    void confirm(int from, int to) throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists confirmed (id integer primary key, text varchar(4000))");
            statement.execute("create table if not exists restored_backup"
                    + " (id integer primary key, taken_at timestamp with time zone)");
            statement.execute("merge into restored_backup (id) key (id) values (1)");
            for (int id = from; id <= to; id++) {
                statement.execute("insert into confirmed values (%d, repeat('今天 ', 300))".formatted(id));
            }
        }
    }

    int confirmed() throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select count(*) from confirmed where length(text) = 900")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    Optional<Long> inspect() throws IOException {
        return inspect(KEY, true);
    }

    Optional<Long> inspect(String password, boolean thorough) throws IOException {
        return new Inspection(files, files.backups(), url(), "watchdesk", password, thorough).look();
    }

    /** What an orderly stop leaves. */
    void close() throws IOException {
        Seal.closed(files.database()).write(files.seal());
    }

    /** What a crash leaves. */
    void crash() throws IOException, SQLException {
        long version;
        try (Connection connection = open()) {
            version = Inspection.version(connection);
        }
        Seal.running(version).write(files.seal());
    }
}
