package io.watchdesk.platform.access;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator ({@code watchdesk.admin}); read only while nobody is an administrator.
 *
 * @param id user id, or null for {@code admin}
 * @param password or null for a random one, printed once
 * @param email where mails reach the administrator, or null
 */
@ConfigurationProperties("watchdesk.admin")
record AdministratorSettings(
        @Pattern(regexp = "[a-zA-Z0-9]+", message = "must consist of letters and digits")
        String id,

        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String password,

        @Email(message = "must be a mail address") String email) {}
