package io.watchdesk.signal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.ApplicationSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line that our documentation gives works as it stands there, with a shell, openssl and curl. */
@Tag("any-database")
class CurlLineTest extends ApplicationSpecification {

    private static final String ADDRESS = "http://localhost:8080/hooks/signals/monitor";
    private static final String DEMO_SECRET = "whsec_d2F0Y2hkZXNrLWRlbW8tbW9uaXRvci1zZWNyZXQ=";

    @Autowired
    private Signals signals;

    @Test
    void the_line_of_the_documentation_signs_and_posts_a_signal() throws Exception {
        assumeTrue(
                runs("curl --version && openssl version") != null,
                "Neither the line nor this test works without bash, curl and openssl.");
        List<String> lines = lines();
        assertThat(lines).isNotEmpty();

        try (StandInAssessment assessment = new StandInAssessment(repositoryService, runtimeService)) {
            for (String line : lines) {
                String answer =
                        runs(line.replace(ADDRESS, at("/hooks/signals/monitor").toString()));

                JsonNode json = new ObjectMapper().readTree(answer);
                Signal signal = signals.get(json.path("signal").asText());
                assertThat(signal.account()).as(answer).isEqualTo("newsroom");
                assertThat(assessment.open(signal.id())).isOne();
            }
        }
    }

    @Test
    void the_demo_has_the_secret_of_the_line() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application-demo.yaml")))
                .contains(DEMO_SECRET);
        assertThat(Files.readString(Path.of("src/test/resources/config/application.yaml")))
                .contains(DEMO_SECRET);
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new java.util.ArrayList<>();
        for (String file : List.of("README.md", "src/docs/operations.md")) {
            try (Stream<String> all = Files.lines(Path.of(file))) {
                all.filter(line -> line.contains(ADDRESS)).forEach(lines::add);
            }
        }
        return lines;
    }

    /** What it printed, or null where it could not be run. */
    private static String runs(String line) throws InterruptedException {
        try {
            Process shell = new ProcessBuilder("bash", "-c", line)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return shell.waitFor(30, TimeUnit.SECONDS) && shell.exitValue() == 0 ? printed : null;
        } catch (IOException noShell) {
            return null;
        }
    }
}
