package io.watchdesk.platform.signin;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** What a session keeps of a sign-in through the provider; the tokens never leave the memory of this node. */
class ProviderSession {

    /** Where it lies in the session. */
    static final String KEY = ProviderSession.class.getName();

    private final String person;
    private final String wayOut;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile OidcIdToken idToken;
    private volatile OAuth2AccessToken accessToken;
    private volatile OAuth2RefreshToken refreshToken;
    private volatile Instant confirmedAt;
    private volatile Instant askedAt;

    ProviderSession(
            String person,
            String wayOut,
            OidcIdToken idToken,
            OAuth2AccessToken accessToken,
            OAuth2RefreshToken refreshToken,
            Instant confirmedAt) {
        this.person = person;
        this.wayOut = wayOut;
        this.idToken = idToken;
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
        this.confirmedAt = confirmedAt;
        this.askedAt = confirmedAt;
    }

    String person() {
        return person;
    }

    /** The handle that the browser has for {@link PendingSignOuts}. */
    String wayOut() {
        return wayOut;
    }

    OidcIdToken idToken() {
        return idToken;
    }

    OAuth2AccessToken accessToken() {
        return accessToken;
    }

    /** Null where the provider gives none. */
    OAuth2RefreshToken refreshToken() {
        return refreshToken;
    }

    /** When the provider last said that this is still so. */
    Instant confirmedAt() {
        return confirmedAt;
    }

    /** When it was last asked, whether it answered or not. */
    Instant askedAt() {
        return askedAt;
    }

    /** Held by the one request that asks; others go on meanwhile. */
    ReentrantLock asking() {
        return asking;
    }

    void asked(Instant now) {
        this.askedAt = now;
    }

    /** New tokens replace the old, which providers may not take a second time; null leaves one as it is. */
    void renew(OidcIdToken newId, OAuth2AccessToken newAccess, OAuth2RefreshToken newRefresh) {
        this.idToken = newId == null ? idToken : newId;
        this.accessToken = newAccess;
        this.refreshToken = newRefresh == null ? refreshToken : newRefresh;
    }

    void confirmed(Instant now) {
        this.confirmedAt = now;
    }
}
