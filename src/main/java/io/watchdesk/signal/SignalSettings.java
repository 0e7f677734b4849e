package io.watchdesk.signal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signals are taken in, the settings below {@code watchdesk.signals}.
 *
 * @param sweepEvery how often stored signals without an assessment are looked for
 * @param spike when many signals are more than usual; the thresholds stand in the decision table {@code signal-spike}
 */
@ConfigurationProperties("watchdesk.signals")
public record SignalSettings(
        @DefaultValue("PT5S") Duration sweepEvery,
        @DefaultValue Spike spike) {

    /**
     * @param window how long signals about one account and topic are counted together
     * @param baseline the time before it that tells what is usual
     * @param usualAtLeast the least that counts as usual in one window, so that a rare topic is no surge at its first signal
     */
    public record Spike(
            @DefaultValue("PT1H") Duration window,
            @DefaultValue("P28D") Duration baseline,
            @DefaultValue("1") double usualAtLeast) {}
}
