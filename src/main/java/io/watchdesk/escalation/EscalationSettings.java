package io.watchdesk.escalation;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an installation decides about the ladder: {@code watchdesk.crisis}.
 *
 * @param fallbackPerson id of the person who is paged when nobody else is on call; there is no start without one
 * @param linkValid how long the link in a page can be used
 */
@Validated
@ConfigurationProperties("watchdesk.crisis")
public record EscalationSettings(
        @NotBlank(message = "must be the id of the person who is paged when nobody is on call, for example admin")
        String fallbackPerson,

        @DefaultValue("24h") @DurationMin(minutes = 5) @DurationMax(hours = 24)
        Duration linkValid) {}
