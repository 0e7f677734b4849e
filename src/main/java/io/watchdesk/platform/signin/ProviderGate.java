package io.watchdesk.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/**
 * Camunda's container based authentication with our session as the container: whoever came in through the provider is that
 * person in every webapp. A page that somebody asks for without having signed in leads to the provider and back to it.
 */
class ProviderGate extends ContainerBasedAuthenticationFilter {

    /** Set in a session that may see Camunda's own sign-in page: that of the person behind the glass. */
    static final String WITH_PASSWORD = ProviderGate.class.getName() + ".withPassword";

    private static final Pattern PAGE = Pattern.compile(".*/app/[a-z]+/[^/]+/?");

    private final String engine;

    ProviderGate(String engine) {
        this.engine = engine;
        this.authenticationProvider = new SessionAsContainer();
    }

    @Override
    public void init(FilterConfig nothingToRead) {
        // The provider is made here and not from the name of a class.
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpSession session = request.getSession(false);
        boolean withPassword = session != null && session.getAttribute(WITH_PASSWORD) != null;
        if (withPassword) {
            chain.doFilter(anyRequest, anyResponse);
        } else if (isPage(request) && person(request).isEmpty()) {
            String question = request.getQueryString();
            String to = request.getRequestURI() + (question == null ? "" : "?" + question);
            ((HttpServletResponse) anyResponse)
                    .sendRedirect("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        } else {
            super.doFilter(anyRequest, anyResponse, chain);
        }
    }

    private Optional<String> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session)
                                .getAuthenticationForProcessEngine(engine))
                        .map(Authentication::getIdentityId);
    }

    private static boolean isPage(HttpServletRequest request) {
        // The container's own reading of the path: decoded, without parameters and dot segments.
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return request.getMethod().equals("GET")
                && (path.startsWith("/desk") || PAGE.matcher(path).matches());
    }

    private final class SessionAsContainer implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine asked) {
            return person(request)
                    .filter(person -> asked.getName().equals(engine))
                    .map(AuthenticationResult::successful)
                    .orElseGet(AuthenticationResult::unsuccessful);
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine asked) {
            // No WWW-Authenticate: a program that calls the API has to learn that it is signed out, not to ask for a
            // password.
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
