package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 with a sentence where a page, a filter or the sign-in met a database that cannot be asked. */
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

    /** Tasklist shows what is called message, our own pages what is called sentence. */
    private static final String ANSWER = "{\"sentence\":\"%1$s\",\"message\":\"%1$s\"}";

    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><meta name=\"viewport\""
            + " content=\"width=device-width\"><title>Watchdesk</title></head><body><h1>%s</h1></body></html>";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            Optional<Outage> outage = Outage.behind(failure);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("{} {}: the database cannot be asked.", request.getMethod(), request.getServletPath(), failure);
            answer(request, response, outage.get());
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Outage outage)
            throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Outage.RETRY_AFTER);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String accept = request.getHeader("Accept");
        boolean page = accept != null && accept.startsWith("text/html");
        response.setContentType(page ? "text/html" : "application/json");
        response.getWriter().write((page ? PAGE : ANSWER).formatted(outage.sentence()));
    }
}
