package io.watchdesk.platform.web;

import io.watchdesk.platform.People;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the right to Cockpit or Admin where their own data is read; Camunda asks only whether somebody is signed in. The
 * scripts of the pages are for everybody, because the sign-in page loads them.
 */
class WebappRights extends OncePerRequestFilter {

    private static final Pattern DATA = Pattern.compile("/[^/]*/api/(cockpit|admin)/plugin/[^/]+/(?!static/).*");

    private final ProcessEngine engine;
    private final People people;

    WebappRights(ProcessEngine engine, People people) {
        this.engine = engine;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String info = request.getPathInfo();
        Matcher data = DATA.matcher(info == null ? request.getServletPath() : request.getServletPath() + info);
        if (data.matches() && !mayUse(data.group(1), request.getSession(false))) {
            Sentences.write(response, 403, "You are not allowed to do this.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean mayUse(String application, HttpSession session) {
        var signedIn = session == null
                ? null
                : AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
        return signedIn != null
                && people.asSystem(() -> engine.getAuthorizationService()
                        .isUserAuthorized(
                                signedIn.getIdentityId(),
                                people.groupsOf(signedIn.getIdentityId()),
                                Permissions.ACCESS,
                                Resources.APPLICATION,
                                application));
    }
}
