package io.watchdesk.platform.web;

import io.watchdesk.platform.SystemIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says for each request that no session belongs to which part of the system serves it. Whoever adds such a path adds it
 * here, or the engine does nothing for it; paths of signed-in people are identified by {@link SignedInFilter} or by
 * Camunda's own filter.
 */
class Identified extends OncePerRequestFilter {

    private static final Map<String, String> PARTS = Map.of(
            "hooks", "signal intake",
            "crisis", "answer links",
            "feeds", "calendar feeds",
            "site", "public site",
            "health", "health",
            "sign-in", "sign-in",
            "demo", "mailbox of the demo");

    private final String webapps;

    /** @param webapps the first segment of the paths that Camunda's own filter identifies */
    Identified(String webapps) {
        this.webapps = webapps;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = RequestPath.of(request);
        String first = path.replaceFirst("^/+", "").replaceFirst("(?s)/.*", "");
        if (first.equals(webapps)) {
            chain.doFilter(request, response);
            return;
        }
        if (PARTS.containsKey(first)) {
            SystemIdentity.begin(PARTS.get(first));
        } else {
            SystemIdentity.beginWithout();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SystemIdentity.end();
        }
    }
}
