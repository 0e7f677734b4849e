package io.watchdesk.platform.settings;

import io.watchdesk.platform.NotStarted;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells problem and remedy without a stack trace. */
class NotStartedAnalyzer extends AbstractFailureAnalyzer<NotStarted> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotStarted cause) {
        return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
    }
}
