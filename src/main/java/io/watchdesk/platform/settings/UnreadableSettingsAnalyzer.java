package io.watchdesk.platform.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A settings file that is not YAML: tells line and column instead of a stack trace. */
class UnreadableSettingsAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MarkedYAMLException cause) {
        return new FailureAnalysis(
                "A settings file (application.yaml or that of an active profile) cannot be read; nothing was started and "
                        + "nothing was changed:%n%n%s".formatted(cause.getMessage()),
                "Mend the file at the line named above and start again.",
                cause);
    }
}
