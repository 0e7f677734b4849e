package io.watchdesk.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signing out of a webapp ends our session at once; where the provider ends its own waits for the browser itself, because the
 * webapp's call runs behind the page.
 */
class ProviderSignOut extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignOut.class);

    private final Provider provider;
    private final PendingSignOuts pending;

    ProviderSignOut(Provider provider, PendingSignOuts pending) {
        this.provider = provider;
        this.pending = pending;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        // Without the token Camunda refuses it as any other forged change.
        if (session == null || !request.getMethod().equals("POST") || !carriesToken(request, session)) {
            chain.doFilter(request, response);
            return;
        }
        if (session.getAttribute(ProviderSession.KEY) instanceof ProviderSession kept) {
            pending.remember(kept.wayOut(), end(kept));
        }
        session.invalidate();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Cache-Control", "no-store");
    }

    private String end(ProviderSession kept) {
        try {
            return provider.endSession(kept.idToken().getTokenValue()).orElse(Provider.OUT_PATH);
        } catch (ProviderAway away) {
            LOG.warn("A session ends here, but perhaps not at {}: {}", provider.shownName(), away.getMessage());
            return Provider.OUT_PATH;
        }
    }

    private static boolean carriesToken(HttpServletRequest request, HttpSession session) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return sent != null
                && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
