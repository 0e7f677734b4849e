package io.watchdesk.desk.metrics;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may read the metrics: {@code watchdesk.metrics}.
 *
 * @param token what Prometheus sends as {@code Authorization: Bearer ...}; empty, the default, means that there are no
 *     metrics to be read. At least 24 characters, because whoever guesses it reads how the house is doing.
 */
@Validated
@ConfigurationProperties("watchdesk.metrics")
public record MetricsSettings(
        @DefaultValue("") @Size(max = 200) String token) {

    private static final int SHORTEST = 24;

    /** Whether metrics may be read at all. */
    public boolean open() {
        return token.length() >= SHORTEST;
    }
}
