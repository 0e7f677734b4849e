package io.watchdesk.platform.signin;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passwords and sessions ({@code watchdesk.sign-in}).
 *
 * @param passwordLength the fewest characters of a password that a person chooses
 * @param sessionTotal after this long a person signs in anew, however busy the session is
 */
@ConfigurationProperties("watchdesk.sign-in")
record SignInSettings(
        @DefaultValue("" + SignInSettings.PASSWORD_LENGTH) @Min(value = 8, message = "must be 8 or more")
        int passwordLength,

        @DefaultValue("PT12H") Duration sessionTotal) {

    static final int PASSWORD_LENGTH = 12;
}
