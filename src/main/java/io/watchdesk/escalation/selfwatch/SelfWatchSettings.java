package io.watchdesk.escalation.selfwatch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the crisis line is watched: {@code watchdesk.self-watch}.
 *
 * @param every pause between two looks
 * @param lateAfter a crisis timer or step that is this late is an alarm
 * @param mailLateAfter a mail that waits this long is an alarm
 * @param repeatAfter an alarm that goes on is told again after this time
 * @param coverageRepeatAfter the same for a rota on which nobody is on call
 * @param rotas where somebody must be on call at every moment
 * @param alarmHook id of a chat hook that is told too, or null
 * @param heartbeatUrl is called after every look that finds nothing, or null; a monitor there should miss it when it stays
 *     away
 * @param heartbeatInside whether that monitor may stand in a private network
 */
@Validated
@ConfigurationProperties("watchdesk.self-watch")
record SelfWatchSettings(
        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(days = 365)
        Duration every,

        @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration lateAfter,

        @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration mailLateAfter,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration repeatAfter,

        @DefaultValue("6h") @DurationMin(minutes = 1) @DurationMax(days = 7)
        Duration coverageRepeatAfter,

        @DefaultValue({"oncall-tier-1", "oncall-tier-2", "oncall-command"})
        List<String> rotas,

        String alarmHook,
        URI heartbeatUrl,
        @DefaultValue("false") boolean heartbeatInside) {}
