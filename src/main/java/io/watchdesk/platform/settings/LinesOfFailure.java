package io.watchdesk.platform.settings;

import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Tells why a start was refused, each line as a line of the log: our log writes no line end of a message, so that nobody forges
 * lines, and Spring's own report would be one line of five problems. That one is switched off in {@code application.yaml}.
 */
class LinesOfFailure implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(LinesOfFailure.class);

    @Override
    public void report(FailureAnalysis failure) {
        LOG.error("Watchdesk does not start.");
        Stream.of(failure.getDescription(), failure.getAction())
                .filter(part -> part != null)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .forEach(LOG::error);
        LOG.debug("The cause of it:", failure.getCause());
    }
}
