package io.watchdesk.notification;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What mails say about their sender.
 *
 * @param from the sender, as an address or as {@code Name <address>}
 */
@Validated
@ConfigurationProperties("watchdesk.mail")
public record MailSettings(
        @NotBlank @DefaultValue("Watchdesk <watchdesk@localhost>")
        String from) {}
