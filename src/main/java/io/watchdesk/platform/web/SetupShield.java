package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides Camunda's first-run set-up, which lets anybody become administrator whenever the administrators' group has no
 * direct member (CVE-2026-77226). Our first administrator comes from the settings.
 */
class SetupShield extends OncePerRequestFilter {

    /** Beside the set-up, what cannot work here: nobody fetches external tasks, and Camunda's filters let nobody wait for any. */
    private static final Pattern SETUP = Pattern.compile(
            "(?is).*/(api/admin/setup|app/admin/[^/]+/setup|api/engine/engine/[^/]+/external-task/fetchAndLock)(/.*)?");

    /** No id of the engine is so long; some commands would try to write it down and fail as if the database did. */
    private static final Pattern NO_ID = Pattern.compile(
            "(?is).*/api/engine/(.*/[^/]{256,}.*"
                    + "|.*/(process-instance|execution|task|job|incident|batch|external-task|case-instance|case-execution)/[^/]{65,}.*)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = RequestPath.of(request);
        if (SETUP.matcher(path).matches() || NO_ID.matcher(path).matches()) {
            Sentences.write(response, 404, "There is nothing here.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
