package io.watchdesk.platform.sealing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which key is missing, without a stack trace. */
class KeysMissingAnalyzer extends AbstractFailureAnalyzer<KeysMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysMissing cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Give Watchdesk the keys of this installation and start again. src/docs/operations.md, \"Keys\", tells"
                        + " where they are and what is lost without them.",
                cause);
    }
}
