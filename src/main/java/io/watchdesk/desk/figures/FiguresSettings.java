package io.watchdesk.desk.figures;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the figures ({@code watchdesk.figures}).
 *
 * @param zone whose days, weeks and months are counted
 * @param lateAfter how much later than its slot a post may be out before it counts as late
 * @param report the report that is mailed
 */
@Validated
@ConfigurationProperties("watchdesk.figures")
record FiguresSettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("PT15M") Duration lateAfter,
        @DefaultValue Report report) {

    /**
     * The report that is mailed.
     *
     * @param group who gets it; empty means that none is mailed
     * @param every over which period
     * @param weekday the day of the week on which the report of a week comes
     * @param dayOfMonth the day of the month on which the report of a month comes
     * @param at the local time from which it comes
     * @param checkEvery how often it is looked whether one is due
     */
    record Report(
            @DefaultValue("") String group,
            @DefaultValue("WEEK") Every every,
            @DefaultValue("MONDAY") DayOfWeek weekday,
            @Min(1) @Max(28) @DefaultValue("1") int dayOfMonth,
            @DefaultValue("08:00") LocalTime at,
            @DefaultValue("PT10M") Duration checkEvery) {}

    /** How long a report's period is. */
    enum Every {
        WEEK,
        MONTH
    }
}
