package io.watchdesk.platform.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the problems one a line, without a stack trace. */
class WrongSettingsAnalyzer extends AbstractFailureAnalyzer<WrongSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongSettings cause) {
        int count = cause.problems().size();
        String description =
                cause.problems().stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "%s; nothing was started and nothing was changed:%n%n%s"
                        .formatted(count == 1 ? "A setting is wrong" : count + " settings are wrong", description),
                "Mend %s and start again. src/docs/operations.md explains every setting."
                        .formatted(count == 1 ? "it" : "them all"),
                cause);
    }
}
