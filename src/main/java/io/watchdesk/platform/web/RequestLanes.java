package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps threads free for what cannot wait. However many requests of other kinds stand in each other's way, an answer to a
 * page finds a thread, and so does a signal; everyday work is refused with a sentence before it takes the last ones.
 */
class RequestLanes extends OncePerRequestFilter {

    private static final String RETRY_AFTER = "3";
    private static final String SENTENCE =
            "Watchdesk has more to do at this moment than it can; nothing was saved. Please try again in a moment.";

    /** Of the reserved threads so many are for answers alone: signals come from machines, and machines come in floods. */
    private static final int PART_FOR_ANSWERS = 3;

    private final int forEveryday;
    private final int forSignals;
    private final AtomicInteger busy = new AtomicInteger();

    /**
     * @param threads all that serve requests
     * @param reserved those of them that everyday work leaves free
     */
    RequestLanes(int threads, int reserved) {
        this.forEveryday = threads - reserved;
        this.forSignals = threads - reserved / PART_FOR_ANSWERS;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int now = busy.incrementAndGet();
        try {
            if (now > most(request)) {
                Unavailable.write(request, response, RETRY_AFTER, SENTENCE);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            busy.decrementAndGet();
        }
    }

    private int most(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.startsWith("/crisis/") || path.startsWith("/health")) {
            return Integer.MAX_VALUE;
        }
        return path.startsWith("/hooks/") ? forSignals : forEveryday;
    }
}
