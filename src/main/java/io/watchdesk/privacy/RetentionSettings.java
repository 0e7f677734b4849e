package io.watchdesk.privacy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each kind of data is kept: {@code watchdesk.retention}, as ISO periods. What has not ended is kept in any case.
 *
 * @param unpublishedContent pieces of which nothing was ever published, after their last change
 * @param publishedContent evidence of publications, after the last post was published or taken down; three years are the usual
 *     period of limitation, and what China's rules for internet advertising ask for
 * @param crises crises with everything that belongs to them, after they were closed; released holds
 * @param signals what was received and became no crisis
 * @param onCall absences, stand-ins, swaps, findings and hand-overs, after their end
 * @param mails what people were told
 * @param links links of pages, after their end
 * @param news collected news of crises, after they were told
 * @param exports files of exports, and long work with its results, after its end
 * @param engineLog what administrators did by hand, and jobs and evaluations that belong to no instance; China's
 *     cyber-security law asks for six months of logs
 * @param metrics the engine's own counters
 * @param cleanUpAt from this time of day (UTC) the nightly run may begin
 * @param checkEvery how often it is looked whether it is due; zero never looks
 */
@ConfigurationProperties("watchdesk.retention")
record RetentionSettings(
        @DefaultValue("P1Y") Period unpublishedContent,
        @DefaultValue("P3Y") Period publishedContent,
        @DefaultValue("P3Y") Period crises,
        @DefaultValue("P90D") Period signals,
        @DefaultValue("P1Y") Period onCall,
        @DefaultValue("P180D") Period mails,
        @DefaultValue("P30D") Period links,
        @DefaultValue("P90D") Period news,
        @DefaultValue("P14D") Period exports,
        @DefaultValue("P180D") Period engineLog,
        @DefaultValue("P90D") Period metrics,
        @DefaultValue("02:00") LocalTime cleanUpAt,
        @DefaultValue("PT10M") Duration checkEvery) {

    /** The periods by the names that the rules and the settings give them. */
    Map<String, Period> periods() {
        return Map.ofEntries(
                Map.entry("unpublished-content", unpublishedContent),
                Map.entry("published-content", publishedContent),
                Map.entry("crises", crises),
                Map.entry("signals", signals),
                Map.entry("on-call", onCall),
                Map.entry("mails", mails),
                Map.entry("links", links),
                Map.entry("news", news),
                Map.entry("exports", exports),
                Map.entry("engine-log", engineLog),
                Map.entry("metrics", metrics));
    }
}
