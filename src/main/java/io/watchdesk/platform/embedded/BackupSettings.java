package io.watchdesk.platform.embedded;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Backups of the embedded database while it runs: {@code watchdesk.backup}.
 *
 * @param every pause between two; {@code PT0S} makes none
 * @param keep how many are kept
 * @param directory where; null for {@code backups} beside the database. Another disk is better
 */
@Validated
@ConfigurationProperties("watchdesk.backup")
record BackupSettings(
        @DefaultValue("PT1H") @DurationMin Duration every,
        @DefaultValue("24") @Min(1) @Max(10_000) int keep,
        Path directory) {}
