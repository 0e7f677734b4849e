package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.watchdesk.platform.Watched.Trouble;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupsTest {

    /** Bytes that a ZIP file has before its first content. */
    private static final int SIZE_OF_A_HEAD = 200;

    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir
    private Path home;

    private PlayedDatabase database;
    private Instant now = START;
    private Backups backups;

    @BeforeEach
    void a_database_in_use() throws Exception {
        database = new PlayedDatabase(home.resolve("data"));
        database.confirm(1, 100);
        backups = backups(3);
    }

    @Test
    void what_was_confirmed_before_a_backup_comes_back_from_it() throws Exception {
        Path backup = backups.make().orElseThrow();
        database.confirm(101, 120);
        database.close();
        Files.write(database.files.database(), new byte[100]);

        Path kept = RestoreBackup.restore(backup, database.files, "watchdesk", "", "before");

        assertThat(database.confirmed()).isEqualTo(100);
        assertThat(database.inspect()).isPresent();
        assertThat(kept.resolve("watchdesk.mv.db")).hasSize(100);
        assertThat(kept.resolve("watchdesk.password")).exists();
        assertThat(permissions(database.files.database())).isEqualTo("rw-------");
        assertThat(permissions(kept)).isEqualTo("rwx------");
        assertThat(home.resolve("data")).isDirectoryNotContaining("glob:**restore[0-9]*");
    }

    @Test
    void a_backup_is_made_while_people_work_and_holds_a_whole_state() throws Exception {
        try (var people = database.open();
                var typing = people.createStatement()) {
            people.setAutoCommit(false);
            typing.execute("insert into confirmed values (999, 'not confirmed yet')");
            Path backup = backups.make().orElseThrow();
            people.commit();
            typing.execute("select 1");

            RestoreBackup.restore(backup, new PlayedDatabase(home.resolve("elsewhere")).files, "watchdesk", "", "x");
        }
        assertThat(new PlayedDatabase(home.resolve("elsewhere")).confirmed()).isEqualTo(100);
    }

    @Test
    void the_copy_knows_that_it_is_one_and_the_original_does_not() throws Exception {
        Path backup = backups.make().orElseThrow();

        assertThat(marked(database)).isFalse();
        PlayedDatabase copy = new PlayedDatabase(home.resolve("copy"));
        RestoreBackup.restore(backup, copy.files, "watchdesk", "", "x");
        assertThat(marked(copy)).isTrue();
    }

    /** Whoever is killed while a copy is written would else be taken for a restored one by the next start. */
    @Test
    void the_original_has_no_mark_any_more_when_the_first_byte_is_copied() throws Exception {
        OneCommitAtATime turns = new OneCommitAtATime(database.connections());
        List<Long> sizes = new ArrayList<>();

        assertThat(backups(3, noting(turns, sizes), turns).make()).isPresent();

        assertThat(sizes).hasSize(2).allMatch(size -> size < SIZE_OF_A_HEAD);
    }

    @Test
    void a_copy_waits_for_the_step_that_makes_room() {
        OneCommitAtATime turns = new OneCommitAtATime(database.connections());
        Backups own = backups(3, database.connections(), turns);
        Path unfinished = database.files.backups().resolve("unfinished.zip");
        Thread copying = new Thread(own::make);

        turns.alone(() -> {
            copying.start();
            await().until(() -> copying.getState() == Thread.State.WAITING);
            assertThat(unfinished.toFile()).exists();
            return null;
        });

        await().until(() -> !copying.isAlive());
        assertThat(EmbeddedFiles.backupsIn(database.files.backups())).hasSize(1);
    }

    @Test
    void only_so_many_are_kept_and_only_this_user_reads_them() throws Exception {
        for (int hour = 0; hour < 5; hour++) {
            assertThat(backups.make()).isPresent();
            now = now.plus(Duration.ofHours(1));
        }

        assertThat(EmbeddedFiles.backupsIn(database.files.backups()))
                .extracting(backup -> backup.getFileName().toString())
                .containsExactly(
                        "watchdesk-20261122T070000Z.zip",
                        "watchdesk-20261122T060000Z.zip",
                        "watchdesk-20261122T050000Z.zip");
        assertThat(permissions(database.files.backups())).isEqualTo("rwx------");
        assertThat(permissions(EmbeddedFiles.backupsIn(database.files.backups()).get(0)))
                .isEqualTo("rw-------");
        assertThat(backups.troubles()).isEmpty();
    }

    @Test
    void a_backup_that_fails_is_an_alarm_until_one_succeeds() throws Exception {
        Files.writeString(database.files.backups(), "a file where the directory should be");

        assertThat(backups.make()).isEmpty();

        assertThat(backups.troubles())
                .singleElement()
                .extracting(Trouble::sentence)
                .asString()
                .contains("The backup of the database to", "failed", "The newest one is none");
        Files.delete(database.files.backups());
        assertThat(backups.make()).isPresent();
        assertThat(backups.troubles()).isEmpty();
    }

    @Test
    void whoever_is_stopping_makes_none_and_that_is_no_alarm() throws Exception {
        backups.end();

        assertThat(backups.make()).isEmpty();

        assertThat(backups.troubles()).isEmpty();
        assertThat(marked(database)).isFalse();
    }

    @Test
    void a_newest_backup_that_is_too_old_is_an_alarm() {
        assertThat(backups.make()).isPresent();
        now = now.plus(Duration.ofHours(3));
        assertThat(backups.troubles()).isEmpty();

        now = now.plus(Duration.ofMinutes(1));

        assertThat(backups.troubles())
                .extracting(Trouble::sentence)
                .singleElement()
                .asString()
                .contains("is too old: one is made every PT1H");
    }

    @Test
    void a_damaged_or_foreign_backup_changes_nothing() throws Exception {
        Path backup = backups.make().orElseThrow();
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(home.resolve("damaged.zip"), bytes);
        byte[] before = Files.readAllBytes(database.files.database());

        for (Path wrong : List.of(damaged, home.resolve("missing.zip"), database.files.key())) {
            assertThatThrownBy(() -> RestoreBackup.restore(wrong, database.files, "watchdesk", "", "kept"))
                    .isInstanceOf(IOException.class)
                    .message()
                    .matches("(?s).*(is damaged|cannot be read|There is no file|is no backup).*");
        }

        assertThat(Files.readAllBytes(database.files.database())).isEqualTo(before);
        assertThat(database.files.directory().resolve("kept")).doesNotExist();
    }

    private Backups backups(int keep) {
        OneCommitAtATime turns = new OneCommitAtATime(database.connections());
        return backups(keep, turns, turns);
    }

    private Backups backups(int keep, DataSource connections, OneCommitAtATime turns) {
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new Backups(
                database.files,
                database.files.backups(),
                new BackupSettings(Duration.ofHours(1), keep, null),
                connections,
                turns,
                clock);
    }

    private static boolean marked(PlayedDatabase database) {
        return database.jdbc()
                        .sql("select count(*) from restored_backup where taken_at is not null")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Notes how large the copy is whenever the mark changes. */
    private DataSource noting(DataSource real, List<Long> sizes) {
        File copy = database.files.backups().resolve("unfinished.zip").toFile();
        return new DelegatingDataSource(real) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        BackupsTest.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                sizes.add(copy.length());
                            }
                            return method.invoke(connection, arguments);
                        });
            }
        };
    }
}
