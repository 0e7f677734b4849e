package io.watchdesk.platform.web;

import io.watchdesk.platform.People;
import io.watchdesk.platform.web.Addresses.Audience;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves of Camunda's API what {@code access/addresses.yaml} names, to those whom it names; Camunda itself asks only whether
 * somebody is signed in. The plug-ins of Cockpit and Admin are for those who may open these; their scripts are for
 * everybody, because the sign-in page loads them.
 */
class WebappRights extends OncePerRequestFilter {

    /** The container and Jersey read such a path in different ways, so that one would check what the other does not do. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)\\.\\.|//|;|\\\\|%2e|%2f|%5c|%25|%00");

    private static final Pattern API = Pattern.compile("/[^/]*/api/.*");
    private static final Pattern ENGINE = Pattern.compile("/[^/]*/api/engine/engine/[^/]+/.*");
    private static final Pattern PLUGIN = Pattern.compile("/[^/]*/api/(cockpit|admin)/plugin/[^/]+/(?!static/).*");

    /** The kind of error that the webapps treat as missing rights. */
    private static final String NOT_ALLOWED = "AuthorizationException";

    private static final String OTHER = "NotDone";

    private final ProcessEngine engine;
    private final People people;
    private final Addresses addresses;

    /** @param webapps below which path Camunda's webapps are */
    WebappRights(ProcessEngine engine, People people, String webapps) {
        this.engine = engine;
        this.people = people;
        this.addresses = new Addresses(webapps + "/api/engine/engine/{engine}");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = RequestPath.of(request);
        if (API.matcher(path).matches()
                && AMBIGUOUS.matcher(request.getRequestURI()).find()) {
            Sentences.writeToWebapp(response, 400, OTHER, "This address is not written as it should be.");
            return;
        }
        Matcher plugin = PLUGIN.matcher(path);
        if (plugin.matches()) {
            serve(plugin.group(1), request, response, chain);
        } else if (!ENGINE.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else {
            Optional<Audience> audience = addresses.audience(request.getMethod(), written(request));
            if (audience.isEmpty()) {
                Sentences.writeToWebapp(response, 404, OTHER, "There is nothing here.");
            } else {
                serve(audience.get().application(), request, response, chain);
            }
        }
    }

    /** @param application that the person must be allowed to open, or null where Camunda's own check is enough */
    private void serve(String application, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> person = application == null ? Optional.empty() : SessionPerson.of(request, engine);
        if (application == null || person.isPresent() && mayUse(application, person.get())) {
            chain.doFilter(request, response);
        } else if (person.isEmpty()) {
            // The pages take this answer as the end of the session and ask to sign in again.
            Sentences.writeToWebapp(response, 401, OTHER, "Please sign in first.");
        } else {
            refuse(response, application);
        }
    }

    private static PathContainer written(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return PathContainer.parsePath(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static void refuse(HttpServletResponse response, String application) throws IOException {
        Sentences.writeToWebapp(
                response,
                403,
                NOT_ALLOWED,
                application.equals("admin")
                        ? "Only administrators may do this. Please ask one of them."
                        : "Only people who may open Cockpit may see this. Please ask an administrator.");
    }

    private boolean mayUse(String application, String person) {
        return people.asSystem(() -> engine.getAuthorizationService()
                .isUserAuthorized(
                        person, people.groupsOf(person), Permissions.ACCESS, Resources.APPLICATION, application));
    }
}
