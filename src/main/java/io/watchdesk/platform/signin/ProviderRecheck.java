package io.watchdesk.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose person the provider no longer vouches for. */
class ProviderRecheck extends OncePerRequestFilter {

    private final ProviderCalls calls;

    ProviderRecheck(ProviderCalls calls) {
        this.calls = calls;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(ProviderSession.KEY) instanceof ProviderSession kept
                && !calls.mayGoOn(kept)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
