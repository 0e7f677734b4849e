package io.watchdesk.platform.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect provider ({@code watchdesk.sign-in.provider}).
 *
 * @param issuer its issuer address; everything else is read from its {@code .well-known/openid-configuration}
 * @param name what people call it, or null for its host
 * @param clientId what it calls us
 * @param clientSecret the secret that it gave us
 * @param scopes what we ask for
 * @param idClaim the claim with a person's id here
 * @param groupsClaim the claim with the groups; a path with dots where it is nested
 * @param plain whether it may be called without TLS: for trials only
 * @param checkEvery how old what it said about somebody may be before it is asked again
 * @param trustFor how long what it said counts while it cannot be asked
 * @param forgetAfter after this long without a sign-in a person's groups are taken away
 * @param timeout for connecting and for each answer
 */
record ProviderSettings(
        String issuer,
        String name,
        String clientId,
        String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("preferred_username") String idClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("false") boolean plain,
        @DefaultValue("PT5M") Duration checkEvery,
        @DefaultValue("PT1H") Duration trustFor,
        @DefaultValue("P30D") Duration forgetAfter,
        @DefaultValue("PT5S") Duration timeout) {

    /** What people read. */
    String shownName() {
        return name == null || name.isBlank() ? URI.create(issuer).getHost() : name;
    }
}
