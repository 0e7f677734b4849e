package io.watchdesk.drill;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of drills ({@code watchdesk.drill}).
 *
 * @param rota the rota whose person on call leads the drills of the calendar; empty: no drill starts by itself
 * @param managers the group that is told how a drill went
 */
@Validated
@ConfigurationProperties("watchdesk.drill")
record DrillSettings(
        @NotNull @DefaultValue("") String rota,
        @NotBlank @DefaultValue("managers") String managers) {}
