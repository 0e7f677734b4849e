package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The common linter of the BPMN world finds no error in our models; its warnings are about loops back into a task. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LintTest {

    private static final String LINTER = "bpmnlint@11.15.0";
    private static final long PATIENCE_IN_MINUTES = 5;

    @TempDir
    private Path directory;

    @Test
    void bpmnlint_recommended_finds_no_error() throws Exception {
        assumeTrue(lints("--version").code() == 0, "npx cannot run %s on this machine".formatted(LINTER));
        List<String> models = Models.in(Path.of(""), null).processes().stream()
                .map(model -> model.path().toAbsolutePath().toString())
                .toList();
        assertThat(models).isNotEmpty();

        Result result = lints(models.toArray(String[]::new));

        assertThat(result.code()).as(result.output()).isZero();
    }

    @Test
    void bpmnlint_finds_what_is_wrong() throws Exception {
        assumeTrue(lints("--version").code() == 0, "npx cannot run %s on this machine".formatted(LINTER));
        String whole = Files.readString(Path.of("src/test/resources/house/processes/parcel-pickup/parcel-pickup.bpmn"));
        Path broken = Files.writeString(
                directory.resolve("broken.bpmn"), whole.replace(" name=\"Fetch parcel: ${parcelName}\"", ""));

        assertThat(lints(broken.toString()).output()).contains("label-required");
    }

    private record Result(int code, String output) {}

    private Result lints(String... arguments) throws IOException, InterruptedException {
        Files.writeString(directory.resolve(".bpmnlintrc"), "{\"extends\": \"bpmnlint:recommended\"}");
        Path output = Files.createTempFile(directory, "lint", ".txt");
        List<String> command = new ArrayList<>(List.of("npx", "--yes", LINTER));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Result(-1, "bpmnlint does not answer");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            return new Result(-1, "npx is not installed: " + e.getMessage());
        }
    }
}
