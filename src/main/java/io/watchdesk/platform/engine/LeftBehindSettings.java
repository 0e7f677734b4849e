package io.watchdesk.platform.engine;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tasks whose person is gone ({@code watchdesk.left-behind}).
 *
 * @param every how often it is looked; at the second look they go back to their group. {@code PT0S} never looks
 * @param group who gets those that were meant for one person only
 */
@ConfigurationProperties("watchdesk.left-behind")
record LeftBehindSettings(
        @DefaultValue("PT20S") Duration every,

        @DefaultValue("managers") @NotBlank(message = "must not be blank")
        String group) {}
