package io.watchdesk.publishing;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a call that surely was not received is made again before a person is asked.
 *
 * @param retryAfter the pause before each further call, in order
 */
@ConfigurationProperties("watchdesk.publishing")
record PublicationRetries(
        @DefaultValue({"PT1M", "PT5M", "PT15M"}) List<Duration> retryAfter) {

    PublicationRetries {
        if (retryAfter.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("A pause before a further call must not be negative.");
        }
    }
}
