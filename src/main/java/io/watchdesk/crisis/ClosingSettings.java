package io.watchdesk.crisis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the end of a crisis ({@code watchdesk.closing}).
 *
 * @param publishedWithin how far back triage lists posts that are out in the scope of a crisis
 * @param managers the group that is told when a retrospective or an action is late, and whose members may drop actions
 */
@Validated
@ConfigurationProperties("watchdesk.closing")
record ClosingSettings(
        @NotNull @DefaultValue("P14D") Duration publishedWithin,
        @NotBlank @DefaultValue("managers") String managers) {}
