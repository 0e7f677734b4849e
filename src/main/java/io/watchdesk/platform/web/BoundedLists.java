package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives an end to the lists that Cockpit asks for without one: the versions of a process and of a decision, on whose pages the
 * engine, which answers no list without an end, would leave the choice of the version empty. A model has as many versions as
 * it was changed, so nobody misses one; all other lists stay refused.
 */
class BoundedLists extends OncePerRequestFilter {

    private static final Pattern VERSIONS = Pattern.compile(".*/api/engine/engine/[^/]+/(process|decision)-definition");
    private static final Pattern LIMIT = Pattern.compile("(^|.*&)(?i:maxResults)=.*");

    private final String end;

    /** @param most how many rows the engine answers at most */
    BoundedLists(int most) {
        this.end = "maxResults=" + most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getQueryString() == null ? "" : request.getQueryString();
        boolean endless = request.getMethod().equals("GET")
                && VERSIONS.matcher(request.getRequestURI()).matches()
                && !LIMIT.matcher(asked).matches();
        chain.doFilter(endless ? bounded(request, asked) : request, response);
    }

    private HttpServletRequest bounded(HttpServletRequest request, String asked) {
        String bounded = asked.isEmpty() ? end : asked + "&" + end;
        return new HttpServletRequestWrapper(request) {

            @Override
            public String getQueryString() {
                return bounded;
            }
        };
    }
}
