package io.watchdesk.platform.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passwords, sessions, and who vouches for people ({@code watchdesk.sign-in}).
 *
 * @param passwordLength the fewest characters of a password that a person chooses
 * @param sessionTotal after this long a person signs in anew, however busy the session is
 * @param provider the OpenID Connect provider through which people sign in, or null
 * @param directory the LDAP directory that people are read from, or null; never both
 * @param groups what their groups mean here
 * @param ownPasswords whether passwords that Watchdesk keeps open it; null means: only without provider and directory
 * @param breakGlass id of the one person who may use a password of our own in any case, or null
 * @param adoptExisting whether somebody from outside takes over the person of the same name who is here already
 */
@ConfigurationProperties("watchdesk.sign-in")
record SignInSettings(
        @DefaultValue("" + SignInSettings.PASSWORD_LENGTH) @Min(value = 8, message = "must be 8 or more")
        int passwordLength,

        @DefaultValue("PT12H") Duration sessionTotal,
        @Valid ProviderSettings provider,
        @Valid DirectorySettings directory,
        @DefaultValue List<GroupMeaning> groups,
        Boolean ownPasswords,
        String breakGlass,
        @DefaultValue("false") boolean adoptExisting) {

    static final int PASSWORD_LENGTH = 12;

    /** Whether somebody outside vouches for people. */
    boolean outside() {
        return provider != null || directory != null;
    }

    /**
     * What a group of theirs means here.
     *
     * @param theirs its name as the provider or the directory writes it
     * @param ours the groups here whose member one becomes by it
     */
    record GroupMeaning(String theirs, @DefaultValue List<String> ours) {}
}
