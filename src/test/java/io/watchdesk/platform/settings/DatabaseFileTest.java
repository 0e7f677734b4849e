package io.watchdesk.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseFileTest {

    @TempDir
    private Path directory;

    @Test
    void a_new_database_gets_a_password_that_nobody_knows_in_a_directory_of_its_own() throws Exception {
        String password = unlocked("watchdesk");

        assertThat(password).hasSizeGreaterThan(30).isNotEqualTo("watchdesk");
        assertThat(unlocked("watchdesk")).isEqualTo(password);
        assertThat(permissions(data())).isEqualTo("rwx------");
        assertThat(permissions(data().resolve("watchdesk.password"))).isEqualTo("rw-------");
        open(password);
        assertThatThrownBy(() -> open("watchdesk")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> open("")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url(), "sa", "").close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void two_databases_have_two_passwords() throws Exception {
        String first = unlocked("watchdesk");
        Files.delete(data().resolve("watchdesk.password"));

        assertThat(unlocked("watchdesk")).isNotEqualTo(first);
    }

    @Test
    void a_database_from_before_opens_as_it_was_and_is_nobody_else_s_to_read() throws Exception {
        Files.createDirectories(data());
        open("watchdesk");
        Files.setPosixFilePermissions(data().resolve("watchdesk.mv.db"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(unlocked("watchdesk")).isEqualTo("watchdesk");
        assertThat(data().resolve("watchdesk.password")).doesNotExist();
        assertThat(permissions(data().resolve("watchdesk.mv.db"))).isEqualTo("rw-------");
        open("watchdesk");
    }

    @Test
    void a_password_from_the_settings_is_taken() throws Exception {
        assertThat(unlocked("chosen by the operator")).isEqualTo("chosen by the operator");
        assertThat(data()).doesNotExist();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private String url() {
        return "jdbc:h2:file:" + data().resolve("watchdesk") + ";WRITE_DELAY=0";
    }

    private void open(String password) throws SQLException {
        DriverManager.getConnection(url(), "watchdesk", password).close();
    }

    private String unlocked(String password) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "settings", Map.of("spring.datasource.url", url(), "spring.datasource.password", password)));
        DatabaseFile.unlock(environment);
        return environment.getProperty("spring.datasource.password");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
