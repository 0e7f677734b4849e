package io.watchdesk.platform.web;

import io.watchdesk.platform.Repeats;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A line in the log for requests that somebody may not make: without a session, beyond rights, from foreign pages, too large,
 * too slow or too many. Sign-ins and hooks have lines of their own.
 */
class RefusedAccess extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private static final Set<Integer> REFUSED = Set.of(401, 403, 408, 413, 429);
    private static final String NOBODY = "nobody who is signed in";

    private final ProcessEngine engine;
    private final Repeats<Kind> repeats;

    RefusedAccess(ProcessEngine engine, Clock clock) {
        this.engine = engine;
        this.repeats = new Repeats<>(clock, RefusedAccess::tell);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (REFUSED.contains(response.getStatus())) {
            note(request, response.getStatus());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return path.startsWith("/hooks/") || path.endsWith("/login");
    }

    @Override
    public void destroy() {
        repeats.tellAll();
    }

    private void note(HttpServletRequest request, int status) {
        String person = SessionPerson.of(request, engine).orElse(NOBODY);
        String from = request.getRemoteAddr();
        repeats.note(
                new Kind(person, status, from),
                () -> LOG.warn(
                        "{} {} by {} from {} was refused with {}.",
                        request.getMethod(),
                        RequestPath.shown(request),
                        person,
                        from,
                        status));
    }

    private static void tell(Kind kind, int more, Instant since) {
        LOG.warn(
                "{} more requests by {} from {} were refused with {} since {}.",
                more,
                kind.person,
                kind.from,
                kind.status,
                since);
    }

    private record Kind(String person, int status, String from) {}
}
