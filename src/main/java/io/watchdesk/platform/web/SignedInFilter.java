package io.watchdesk.platform.web;

import io.watchdesk.platform.People;
import io.watchdesk.platform.RequestToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only people through who are signed in to Tasklist, and makes them the engine's current person for the request.
 * Groups are read anew each time, so a right taken away is gone at once.
 */
class SignedInFilter extends OncePerRequestFilter {

    /** Tells the sign-in page where the person wanted to go; the script desk/link.js leads there. */
    private static final String BACK = "desk";

    private final ProcessEngine engine;
    private final People people;
    private final String signInPage;

    /** @param signInPage where a browser goes that asks for a page without being signed in */
    SignedInFilter(ProcessEngine engine, People people, String signInPage) {
        this.engine = engine;
        this.people = people;
        this.signInPage = signInPage;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> person =
                SessionPerson.of(request, engine).filter(id -> people.find(id).isPresent());
        if (person.isEmpty()) {
            askToSignIn(request, response);
        } else if (changesSomething(request) && !carriesToken(request)) {
            Sentences.write(response, 403, "This page is out of date. Please reload it and try again.");
        } else {
            serve(person.get(), request, response, chain);
        }
    }

    private void serve(String person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(
                RequestToken.ATTRIBUTE, request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
        IdentityService identities = engine.getIdentityService();
        identities.setAuthentication(person, people.groupsOf(person), List.of());
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().startsWith("/desk") && !changesSomething(request)) {
            String wanted = request.getQueryString() == null
                    ? request.getServletPath()
                    : request.getServletPath() + "?" + request.getQueryString();
            response.sendRedirect(request.getContextPath() + signInPage + "?" + BACK + "="
                    + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        } else {
            Sentences.write(response, 401, "Please sign in first.");
        }
    }

    private static boolean changesSomething(HttpServletRequest request) {
        return !CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN
                .matcher(request.getMethod())
                .matches();
    }

    /** The same token that Tasklist's own requests carry; another site can neither read nor send it. */
    private static boolean carriesToken(HttpServletRequest request) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        Object expected = request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return sent != null
                && expected instanceof String token
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
