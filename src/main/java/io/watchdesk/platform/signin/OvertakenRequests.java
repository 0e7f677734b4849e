package io.watchdesk.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a request again that a sign-in has overtaken. A sign-in gives the browser another session; what the sign-in page
 * had still asked for comes with the old one, gets a session of nobody, and the browser would take that in place of its
 * own: the person would stand before the sign-in page again. Asked once more, it comes with the session of the person.
 */
class OvertakenRequests extends OncePerRequestFilter {

    /** No browser keeps a request of a page back for longer than it waits for the answer of the sign-in. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, Instant> replaced = new ConcurrentHashMap<>();

    OvertakenRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getRequestedSessionId();
        if (asked == null) {
            chain.doFilter(request, response);
        } else if (request.isRequestedSessionIdValid()) {
            chain.doFilter(request, response);
            HttpSession now = request.getSession(false);
            if (now != null && !now.getId().equals(asked)) {
                remember(asked);
            }
        } else if (request.getMethod().equals("GET")
                && isOfAPageBefore(asked)
                && !request.getRequestURI().startsWith("//")) {
            String query = request.getQueryString();
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Location", request.getRequestURI() + (query == null ? "" : "?" + query));
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void remember(String session) {
        Instant oldest = clock.instant().minus(REMEMBERED);
        replaced.values().removeIf(oldest::isAfter);
        replaced.put(session, clock.instant());
    }

    private boolean isOfAPageBefore(String session) {
        Instant since = replaced.get(session);
        return since != null && clock.instant().isBefore(since.plus(REMEMBERED));
    }
}
