package io.watchdesk.platform.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
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

    /** Where a provider of identities sends people back to, with a GET that changes the session. */
    private static final String SIGN_IN = "/sign-in/";

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
            inTime(request, response, chain);
        } else if (isGet(request)
                && isOfAPageBefore(asked)
                && !request.getRequestURI().startsWith("//")) {
            again(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** It came before the sign-in ended, which may overtake it still. */
    private void inTime(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isGet(request) || request.getRequestURI().startsWith(SIGN_IN)) {
            chain.doFilter(request, response);
            HttpSession now = request.getSession(false);
            if (now != null && !now.getId().equals(request.getRequestedSessionId())) {
                remember(request.getRequestedSessionId());
            }
            return;
        }
        Reading reading = new Reading(request);
        try {
            chain.doFilter(reading, response);
        } catch (RuntimeException | ServletException | IOException failure) {
            if (!reading.overtaken) {
                throw failure;
            }
        }
        if (reading.overtaken && !response.isCommitted()) {
            response.reset();
            again(request, response);
        }
    }

    private static void again(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", request.getRequestURI() + (query == null ? "" : "?" + query));
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
    }

    private static boolean isGet(HttpServletRequest request) {
        return request.getMethod().equals("GET");
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

    /** A request that gets no session of nobody in place of the one with which it came. */
    private static final class Reading extends HttpServletRequestWrapper {

        private boolean overtaken;

        private Reading(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(false);
            if (session == null && create) {
                overtaken = true;
                throw new IllegalStateException("A sign-in has overtaken this request, which is sent again.");
            }
            return session;
        }
    }
}
