package io.watchdesk.desk.registers;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the registers ({@code watchdesk.registers}).
 *
 * @param importRows most rows of a file that is imported
 * @param importSize largest file that is imported; never more than an upload may have
 * @param importAtOnce most changes that are applied while the person waits; more become long work
 * @param importKept how long a file that was looked through waits to be applied
 */
@Validated
@ConfigurationProperties("watchdesk.registers")
record RegisterSettings(
        @DefaultValue("10000") @Min(1) @Max(100_000) int importRows,
        @DefaultValue("5MB") DataSize importSize,
        @DefaultValue("500") @Min(0) int importAtOnce,
        @DefaultValue("P1D") Duration importKept) {}
