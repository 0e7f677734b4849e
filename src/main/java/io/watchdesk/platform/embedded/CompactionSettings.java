package io.watchdesk.platform.embedded;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the embedded database's file is kept small while it is in use: {@code watchdesk.compaction}.
 *
 * @param every pause between two steps; {@code PT0S} makes none
 * @param below percentage of the file that must be in use; below it old parts of it are rewritten
 * @param step how much is rewritten at a time, while commits wait
 */
@Validated
@ConfigurationProperties("watchdesk.compaction")
record CompactionSettings(
        @DefaultValue("PT1S") @DurationMin Duration every,
        @DefaultValue("50") @Min(0) @Max(90) int below,
        @DefaultValue("2MB") DataSize step) {}
