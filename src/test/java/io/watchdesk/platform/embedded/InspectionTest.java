package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.NotStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a file of a database may come back wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InspectionTest {

    private static final int BLOCK = 4096;

    @TempDir
    private Path home;

    private PlayedDatabase database;

    @BeforeEach
    void a_database_in_use() throws Exception {
        database = new PlayedDatabase(home.resolve("data"));
        database.confirm(1, 400);
    }

    /** What happens to a file while Watchdesk does not run. */
    enum Damage {
        CUT_OFF_BY_A_BLOCK {
            @Override
            byte[] to(byte[] whole) {
                return Arrays.copyOf(whole, whole.length - BLOCK);
            }
        },
        HALF_OF_IT_LOST {
            @Override
            byte[] to(byte[] whole) {
                return Arrays.copyOf(whole, whole.length / 2);
            }
        },
        EMPTY {
            @Override
            byte[] to(byte[] whole) {
                return new byte[0];
            }
        },
        BLOCK_FLIPPED {
            @Override
            byte[] to(byte[] whole) {
                return flipped(whole, whole.length / BLOCK / 2 * BLOCK, BLOCK);
            }
        },
        ONE_BYTE_FLIPPED {
            @Override
            byte[] to(byte[] whole) {
                return flipped(whole, whole.length / 3, 1);
            }
        },
        HEADER_ZEROED {
            @Override
            byte[] to(byte[] whole) {
                byte[] damaged = whole.clone();
                Arrays.fill(damaged, 0, 2 * BLOCK, (byte) 0);
                return damaged;
            }
        },
        AN_OLDER_COPY_IN_ITS_PLACE {
            @Override
            byte[] to(byte[] whole) {
                return null;
            }
        };

        abstract byte[] to(byte[] whole);

        private static byte[] flipped(byte[] whole, int from, int length) {
            byte[] damaged = whole.clone();
            byte[] noise = new byte[length];
            new Random(1).nextBytes(noise);
            for (int each = 0; each < length; each++) {
                damaged[from + each] ^= (byte) (noise[each] | 1);
            }
            return damaged;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_not_as_it_was_closed_is_refused_and_left_alone(Damage damage) throws Exception {
        byte[] older = Files.readAllBytes(database.files.database());
        database.confirm(401, 405);
        database.close();
        byte[] damaged = damage.to(Files.readAllBytes(database.files.database()));
        Files.write(database.files.database(), damaged == null ? older : damaged);

        assertThatThrownBy(database::inspect).isInstanceOfSatisfying(NotStarted.class, refused -> {
            assertThat(refused.getMessage()).contains(database.files.database().toString());
            assertThat(refused.getExitCode()).isOne();
            assertThat(refused.mend()).contains("backup");
        });
        assertThat(Files.readAllBytes(database.files.database()))
                .as("nothing is changed by looking")
                .isEqualTo(damaged == null ? older : damaged);
    }

    @ParameterizedTest
    @EnumSource(names = {"HALF_OF_IT_LOST", "EMPTY", "HEADER_ZEROED", "AN_OLDER_COPY_IN_ITS_PLACE"})
    void a_file_that_lost_something_in_a_crash_is_refused(Damage damage) throws Exception {
        byte[] older = Files.readAllBytes(database.files.database());
        database.confirm(401, 405);
        database.crash();
        byte[] damaged = damage.to(Files.readAllBytes(database.files.database()));
        Files.write(database.files.database(), damaged == null ? older : damaged);

        assertThatThrownBy(database::inspect).isInstanceOf(NotStarted.class);
    }

    @Test
    void h2_itself_opens_a_file_that_lost_its_end_without_a_word() throws Exception {
        Files.write(
                database.files.database(), Damage.CUT_OFF_BY_A_BLOCK.to(Files.readAllBytes(database.files.database())));

        try (Connection connection = database.open()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_file_that_is_gone_is_missed_and_no_empty_one_is_begun() throws Exception {
        database.close();
        Files.delete(database.files.database());

        assertThatThrownBy(database::inspect)
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("is missing, although Watchdesk has worked with it");
        assertThat(database.files.database()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_whole_file_is_worked_with(boolean crashed) throws Exception {
        if (crashed) {
            database.crash();
        } else {
            database.close();
        }

        assertThat(database.inspect()).isPresent();
        assertThat(database.confirmed()).isEqualTo(400);
    }

    @Test
    void a_file_from_before_there_were_seals_is_read_and_worked_with() throws IOException {
        assertThat(database.inspect()).isPresent();
    }

    @Test
    void the_first_start_finds_nothing_and_that_is_well() throws IOException {
        assertThat(new PlayedDatabase(home.resolve("new")).inspect()).isEmpty();
    }

    @Test
    void a_second_process_is_told_that_the_first_one_is_there() throws Exception {
        database.close();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().lines().anyMatch("open"::equals)).isTrue();

            assertThatThrownBy(() -> database.inspect()).isInstanceOfSatisfying(NotStarted.class, refused -> {
                assertThat(refused.getMessage()).contains("Another process works with the database");
                assertThat(refused.mend()).contains("Several nodes need PostgreSQL");
                assertThat(refused.getExitCode()).isOne();
            });
            assertThatThrownBy(() -> RestoreBackup.restore(backup(), database.files, "watchdesk", "", "kept"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Stop Watchdesk first");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private Path backup() throws IOException {
        return Files.writeString(home.resolve("any.zip"), "");
    }

    @Test
    void a_password_that_does_not_fit_is_told_by_name() {
        assertThatThrownBy(() -> database.inspect("another", false))
                .isInstanceOfSatisfying(
                        NotStarted.class,
                        refused -> assertThat(refused.getMessage())
                                .contains("The password of the database", "watchdesk.password"));
    }

    /** Another process that works with the file. */
    static final class Holder {

        private Holder() {}

        /** Opens the database of a directory and keeps it. */
        public static void main(String[] arguments) throws Exception {
            String key = Files.readString(Path.of(arguments[0], "watchdesk.password"))
                    .strip();
            try (Connection held =
                    DriverManager.getConnection(PlayedDatabase.url(Path.of(arguments[0])), "watchdesk", key)) {
                System.out.println("open");
                System.in.read();
                held.isValid(1);
            }
        }
    }
}
