package io.watchdesk.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of long work ({@code watchdesk.work}).
 *
 * @param lookEvery how often a node looks for work and says that it is still at it
 * @param silence after so long without such a sign another node goes on with the work
 * @param atOnce how many are carried out at the same time by one node
 * @param mostSteps the most steps that one may have
 */
@Validated
@ConfigurationProperties("watchdesk.work")
record WorkSettings(
        @DefaultValue("PT2S") Duration lookEvery,
        @DefaultValue("PT30S") Duration silence,
        @Min(1) @Max(8) @DefaultValue("2") int atOnce,
        @Min(1) @Max(100000) @DefaultValue("20000") int mostSteps) {}
