package io.watchdesk.drill;

import io.watchdesk.crisis.Facts;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is played in a drill, from a file below {@code drills/}.
 *
 * @param scenario as in {@link io.watchdesk.crisis.Crisis#scenario}
 * @param name how people choose it
 * @param title the crisis's title when the drill is announced
 * @param opening what is known at the beginning
 * @param endsAfter when the drill is stopped at the latest
 * @param signals what comes in later, in order
 */
record Script(
        String scenario,
        String name,
        String title,
        String opening,
        Duration endsAfter,
        Known facts,
        List<Injection> signals) {

    /** @param after how long after the start of the drill */
    record Injection(Duration after, String title, String text, Known facts) {}

    /** What is known so far; what a file leaves out is unknown. */
    record Known(
            Double mentionsRatio,
            Boolean hotSearch,
            Integer negativeShare,
            Facts.Carrier carrier,
            Integer platforms,
            Facts.Harm harm,
            Facts.AccountState accountState,
            Facts.Legal legal,
            Facts.Cluster cluster,
            @DefaultValue("false") boolean repeated) {

        Facts asFacts() {
            return new Facts(
                    mentionsRatio,
                    hotSearch,
                    negativeShare,
                    carrier,
                    platforms,
                    harm,
                    accountState,
                    legal,
                    cluster,
                    repeated);
        }
    }
}
