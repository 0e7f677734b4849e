package io.watchdesk.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.WatchdeskApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("any-database")
@Tag("application")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedStartTest {

    private static final int PATIENCE_IN_SECONDS = 60;

    @TempDir
    private Path directory;

    @Test
    void wrong_settings_stop_the_start_with_exit_code_2_before_the_database_is_touched() throws Exception {
        Path data = directory.resolve("data");
        String said = start(
                2,
                "--watchdesk.data-directory=" + data,
                "--watchdesk.base-url=nowhere",
                "--watchdesk.accounts[0].id=one",
                "--watchdesk.accounts[0].zone=Mars/Olympus",
                "--watchdesk.telepathy=on",
                "--camunda.bpm.authorization.enabled=false");

        assertThat(said)
                .contains("4 settings are wrong; nothing was started and nothing was changed")
                .contains("watchdesk.base-url = \"nowhere\"")
                .contains("watchdesk.accounts[0].zone = \"Mars/Olympus\"")
                .contains("watchdesk.telepathy = \"on\"")
                .contains("camunda.bpm.authorization.enabled = \"false\"")
                .doesNotContain("\tat ", "Exception", "APPLICATION FAILED TO START");
        assertThat(said.lines().filter(line -> line.contains("  - ")))
                .as("each problem on a line of its own")
                .hasSize(4);
        assertThat(data).doesNotExist();
    }

    @Test
    void a_settings_file_that_cannot_be_read_is_told_with_its_line() throws Exception {
        Files.writeString(directory.resolve("application.yaml"), "watchdesk:\n  base-url: [http://localhost\n");

        assertThat(start(1))
                .contains("A settings file (application.yaml or that of an active profile) cannot be read", "line 2")
                .doesNotContain("\tat ");
    }

    private String start(int exitCode, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WatchdeskApplication.class.getName()));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(exitCode);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
