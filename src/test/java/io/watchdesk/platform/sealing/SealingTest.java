package io.watchdesk.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.SealedColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealingTest {

    private static final SealedColumn NOTE = new SealedColumn("note", "id", "text");
    private static final String CANARY = "canary-7f3a 密码 🔑";

    @TempDir
    private Path directory;

    private final String first = SealingKey.random();
    private final String second = SealingKey.random();
    private DriverManagerDataSource database;
    private JdbcClient jdbc;
    private SealingKeyTable table;

    @BeforeEach
    void a_database_with_one_note() {
        database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        jdbc = JdbcClient.create(database);
        jdbc.sql("create table sealing_key (id varchar(16) primary key, since timestamp with time zone not null,"
                        + " retired_at timestamp with time zone)")
                .update();
        jdbc.sql("create table sealed_column (name varchar(120) primary key)").update();
        jdbc.sql("create table note (id integer primary key, text varchar(1000))")
                .update();
        table = new SealingKeyTable(jdbc, Clock.systemUTC());
    }

    @Test
    void a_sealed_text_opens_in_its_place_and_tells_nothing() {
        KeyRing ring = ring(first);

        String sealed = ring.seal("note.text:1", CANARY);

        assertThat(sealed).startsWith("sealed:" + ring.current() + ":").doesNotContain("canary");
        assertThat(ring.open("note.text:1", sealed)).isEqualTo(CANARY);
        assertThat(ring.seal("note.text:1", CANARY)).as("never twice the same").isNotEqualTo(sealed);
        assertThat(ring.seal("note.text:1", null)).isNull();
        assertThat(ring.open("note.text:1", "from before")).isEqualTo("from before");
    }

    @Test
    void a_sealed_text_that_was_moved_changed_or_cut_does_not_open() {
        KeyRing ring = ring(first);
        String sealed = ring.seal("note.text:1", CANARY);
        String head = sealed.substring(0, sealed.lastIndexOf(':') + 1);
        byte[] bytes = Base64.getDecoder().decode(sealed.substring(head.length()));
        bytes[bytes.length - 1] ^= 1;

        assertThatThrownBy(() -> ring.open("note.text:2", sealed)).hasMessageContaining("changed or moved");
        assertThatThrownBy(() ->
                        ring.open("note.text:1", head + Base64.getEncoder().encodeToString(bytes)))
                .hasMessageContaining("changed or moved");
        assertThatThrownBy(() -> ring.open("note.text:1", head + "AAAA")).hasMessageContaining("changed or moved");
        assertThatThrownBy(() -> ring(second).open("note.text:1", sealed)).hasMessageContaining("key", "missing");
    }

    @Test
    void a_new_key_takes_over_what_the_old_one_and_nobody_sealed_and_the_old_one_is_refused_afterwards() {
        KeyRing old = started(first);
        jdbc.sql("insert into note values (1, ?)")
                .param(old.seal(NOTE.place(1), CANARY))
                .update();
        jdbc.sql("insert into note values (2, 'plain'), (3, null)").update();

        KeyRing both = started(second, first);

        assertThat(stored(1)).startsWith("sealed:" + both.current());
        assertThat(both.open(NOTE.place(1), stored(1))).isEqualTo(CANARY);
        assertThat(both.open(NOTE.place(2), stored(2))).isEqualTo("plain");
        assertThat(stored(3)).isNull();
        assertThat(started(second).open(NOTE.place(1), stored(1))).isEqualTo(CANARY);
        assertThatThrownBy(() -> started(first))
                .isInstanceOf(KeysMissing.class)
                .hasMessageContaining("sealed with the key " + both.current());
    }

    @Test
    void a_column_that_is_sealed_from_now_on_keeps_nothing_in_plain_though_the_key_is_old() {
        started(first);
        jdbc.sql("delete from sealed_column").update();
        jdbc.sql("insert into note values (1, 'from before')").update();

        KeyRing ring = started(first);

        assertThat(stored(1)).startsWith("sealed:" + ring.current());
        assertThat(ring.open(NOTE.place(1), stored(1))).isEqualTo("from before");
        jdbc.sql("insert into note values (2, 'plain')").update();
        started(first);
        assertThat(stored(2)).as("looked at once only").isEqualTo("plain");
    }

    @Test
    void without_a_setting_the_first_start_makes_a_file_that_only_this_user_reads() throws Exception {
        KeyRing made = started();
        Path file = directory.resolve("watchdesk.keys");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(started().current()).isEqualTo(made.current());
    }

    @Test
    void a_lost_file_stops_the_start_and_no_new_key_is_made() throws Exception {
        started();
        Path file = directory.resolve("watchdesk.keys");
        Files.delete(file);

        assertThatThrownBy(this::started)
                .isInstanceOf(KeysMissing.class)
                .hasMessageContaining("WATCHDESK_ENCRYPTION_SECRETKEYS")
                .hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();

        Files.writeString(file, "no key\n", StandardCharsets.UTF_8);
        assertThatThrownBy(this::started).isInstanceOf(KeysMissing.class).hasMessageContaining("openssl rand");
    }

    @Test
    void a_setting_that_is_no_key_is_told_without_the_value() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("watchdesk.encryption.secret-keys[0]", first)
                .withProperty("watchdesk.encryption.secret-keys[1]", "hunter2");

        assertThat(new EncryptionSettingsCheck().problems(environment))
                .singleElement()
                .asString()
                .startsWith("watchdesk.encryption.secret-keys[1]: it must be the base64 of 32 random bytes")
                .doesNotContain("hunter2");
    }

    private static KeyRing ring(String... keys) {
        return new KeyRing(List.of(keys).stream()
                .map(key -> SealingKey.parse(key).orElseThrow())
                .toList());
    }

    /** What a start with these keys in the settings does. */
    private KeyRing started(String... keys) {
        KeyRing ring = new Sealing().seal(new EncryptionSettings(List.of(keys)), table, directory.toString());
        new Resealing(
                        ring,
                        table,
                        List.of(() -> List.of(NOTE)),
                        jdbc,
                        new TransactionTemplate(new DataSourceTransactionManager(database)))
                .afterSingletonsInstantiated();
        return ring;
    }

    private String stored(int id) {
        return jdbc.sql("select text from note where id = ?")
                .param(id)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }
}
