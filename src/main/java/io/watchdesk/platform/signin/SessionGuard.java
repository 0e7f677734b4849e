package io.watchdesk.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is too old, or whose person has got another password or is gone. Groups and rights need no end of
 * the session: they are read anew all the time.
 */
class SessionGuard extends OncePerRequestFilter {

    private static final String STAMP = SessionGuard.class.getName();

    /** Our pages show what is called sentence, Camunda's what is called message. */
    private static final String SIGNED_OUT =
            "{\"sentence\":\"Please sign in first.\",\"message\":\"Please sign in first.\"}";

    private final ProcessEngine engine;
    private final Duration total;
    private final Predicate<String> hasLeft;

    /** @param hasLeft whether the one who vouched for a person no longer does */
    SessionGuard(ProcessEngine engine, Duration total, Predicate<String> hasLeft) {
        this.engine = engine;
        this.total = total;
        this.hasLeft = hasLeft;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            HttpSession session = request.getSession(false);
            if (session != null && hasEnded(session)) {
                session.invalidate();
            }
            chain.doFilter(request, response);
        } catch (IllegalStateException failure) {
            if (!hasSignedOutMeanwhile(request) || response.isCommitted()) {
                throw failure;
            }
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setContentType("application/json");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(SIGNED_OUT);
        }
    }

    /** Whether another request of the same browser has ended the session under this one's feet. */
    private static boolean hasSignedOutMeanwhile(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private boolean hasEnded(HttpSession session) {
        var signedIn =
                AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
        if (signedIn == null) {
            return false;
        }
        if (System.currentTimeMillis() - session.getCreationTime() > total.toMillis()) {
            return true;
        }
        if (hasLeft.test(signedIn.getIdentityId())) {
            return true;
        }
        String stamp = stamp(signedIn.getIdentityId());
        Object known = session.getAttribute(STAMP);
        if (known == null && stamp != null) {
            session.setAttribute(STAMP, stamp);
            return false;
        }
        return stamp == null || !stamp.equals(known);
    }

    /** Changes with the password; null when the person is gone. */
    private String stamp(String person) {
        IdentityService identities = engine.getIdentityService();
        Authentication asked = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            var user = identities.createUserQuery().userId(person).singleResult();
            if (user instanceof UserEntity own && own.getPassword() != null) {
                return new Sha512HashDigest().encrypt(own.getPassword());
            }
            return user == null ? null : "kept elsewhere";
        } finally {
            if (asked != null) {
                identities.setAuthentication(asked);
            }
        }
    }
}
