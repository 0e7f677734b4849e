package io.watchdesk.platform.signin;

import io.watchdesk.platform.Refused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.HttpServerErrorException;

/**
 * Asks the provider while somebody works whether that person still belongs here and with which groups. One that is away is
 * believed for a while longer, one that says no ends the session.
 */
class ProviderCalls {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(ProviderCalls.class);

    private final Provider provider;
    private final ProviderSettings settings;
    private final ProviderClaims claims;
    private final OutsidePeople outside;
    private final GroupMeanings meanings;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresher;
    private final OAuth2UserService<OidcUserRequest, OidcUser> facts;
    private final JwtDecoderFactory<ClientRegistration> decoders;
    private final Clock clock;

    ProviderCalls(
            Provider provider,
            ProviderSettings settings,
            ProviderClaims claims,
            OutsidePeople outside,
            GroupMeanings meanings,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresher,
            OAuth2UserService<OidcUserRequest, OidcUser> facts,
            JwtDecoderFactory<ClientRegistration> decoders,
            Clock clock) {
        this.provider = provider;
        this.settings = settings;
        this.claims = claims;
        this.outside = outside;
        this.meanings = meanings;
        this.refresher = refresher;
        this.facts = facts;
        this.decoders = decoders;
        this.clock = clock;
    }

    /** Whether a failure says nothing about the person: the provider was not reached, or is broken itself. */
    static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof HttpServerErrorException
                    || cause instanceof ProviderAway
                    || cause.getClass().getSimpleName().equals("RemoteKeySourceException")) {
                return true;
            }
        }
        return failure instanceof OAuth2AuthenticationException told
                && (told.getError().getErrorCode().equals("temporarily_unavailable")
                        || told.getError().getErrorCode().equals("server_error"));
    }

    /** Whether the session may go on. Asks at most one request at a time; the others go on with what was known. */
    boolean mayGoOn(ProviderSession session) {
        Instant now = clock.instant();
        boolean fresh = now.isBefore(session.confirmedAt().plus(settings.checkEvery()));
        boolean triedJustNow = !session.askedAt().equals(session.confirmedAt())
                && now.isBefore(session.askedAt().plus(BETWEEN_TRIES));
        if (fresh) {
            return true;
        }
        if (session.refreshToken() != null && !triedJustNow && session.asking().tryLock()) {
            try {
                session.asked(now);
                if (!confirm(session, now)) {
                    return false;
                }
            } finally {
                session.asking().unlock();
            }
        }
        return now.isBefore(session.confirmedAt().plus(settings.trustFor()));
    }

    /** False when the provider says no; true when it says yes or nothing. */
    private boolean confirm(ProviderSession session, Instant now) {
        try {
            Map<String, Object> said = ask(session);
            if (said == null) {
                return true;
            }
            OutsidePerson person = claims.person(said);
            if (!person.subject().equals(session.idToken().getSubject())) {
                return false;
            }
            if (meanings.of(person.groups()).isEmpty()) {
                outside.left(session.person());
                return false;
            }
            outside.keep(provider.issuer(), person);
            session.confirmed(now);
            return true;
        } catch (OAuth2AuthorizationException | OAuth2AuthenticationException | JwtException | ProviderAway failure) {
            boolean no = failure instanceof OAuth2AuthorizationException told
                    && told.getError().getErrorCode().equals("invalid_grant");
            if (!no) {
                LOG.warn(
                        "{} could not be asked about {}: {}",
                        provider.shownName(),
                        session.person(),
                        failure.getMessage());
            }
            return !no;
        } catch (Refused refused) {
            LOG.warn("The session of {} ends: {}", session.person(), refused.getMessage());
            return false;
        }
    }

    /** What is said about the person now; null when it cannot be known whether it is new. */
    private Map<String, Object> ask(ProviderSession session) {
        ClientRegistration registration = provider.registration();
        OAuth2AccessTokenResponse answer = refresher.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(registration, session.accessToken(), session.refreshToken()));
        Object written = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        OidcIdToken idToken = null;
        if (written != null) {
            Jwt jwt = decoders.createDecoder(registration).decode(written.toString());
            idToken = new OidcIdToken(jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
        }
        session.renew(idToken, answer.getAccessToken(), answer.getRefreshToken());
        OidcUser user = facts.loadUser(new OidcUserRequest(registration, answer.getAccessToken(), session.idToken()));
        if (idToken != null) {
            return user.getClaims();
        }
        return user.getUserInfo() == null ? null : user.getUserInfo().getClaims();
    }
}
