package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves nobody before the people, their groups and their rights are there: the web server answers seconds before that,
 * and Camunda's pages would lead the first visitor to their set-up. Spring calls an application live once everybody who
 * works at its start has done so.
 */
class StartGate extends OncePerRequestFilter {

    private static final String SECONDS = "3";
    private static final String SENTENCE = "Watchdesk is starting, this page reloads by itself.";

    private final ApplicationAvailability availability;
    private volatile boolean open;

    StartGate(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open || hasStarted() || asksForHealth(request)) {
            chain.doFilter(request, response);
        } else {
            Unavailable.writeAndReload(request, response, SECONDS, SENTENCE);
        }
    }

    /** What has started once is never starting again, whatever is said about its health. */
    private boolean hasStarted() {
        open = availability.getLivenessState() == LivenessState.CORRECT;
        return open;
    }

    private static boolean asksForHealth(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals("/health") || path.startsWith("/health/");
    }
}
