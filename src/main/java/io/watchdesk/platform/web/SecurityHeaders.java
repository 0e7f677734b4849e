package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers on every answer, errors too, what they must not do with it. Camunda's webapps replace the content policy
 * by their own, which has to allow more.
 */
class SecurityHeaders extends OncePerRequestFilter {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    /** What our own and Camunda's interfaces answer, without the scripts of plug-ins. */
    private static final Pattern DATA =
            Pattern.compile("/api/.*|(?:/[^/]+)+/api/(?:engine|[^/]+/auth|[^/]+/plugin/[^/]+/(?!static/)).*");

    private static final String YEAR = "max-age=31536000; includeSubDomains";

    private final boolean https;

    /** @param https whether people reach this installation over TLS only */
    SecurityHeaders(boolean https) {
        this.https = https;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!isPublic(request)) {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
        if (request.getRequestURI().endsWith("/logout")) {
            response.setHeader("Clear-Site-Data", "\"cache\"");
        }
        if (https) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
        chain.doFilter(request, DATA.matcher(request.getRequestURI()).matches() ? new Unkept(response) : response);
    }

    /** Other sites and feed readers may show what is published. */
    private static boolean isPublic(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/site") || path.startsWith("/site/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** No cache keeps the answer unless it says otherwise itself; Spring would add what it says instead. */
    private static final class Unkept extends HttpServletResponseWrapper {

        private static final String CACHE = "Cache-Control";

        Unkept(HttpServletResponse response) {
            super(response);
            response.setHeader(CACHE, "no-store");
        }

        /** Camunda asks caches only to look again, which leaves the answer on the disk. */
        @Override
        public void setHeader(String name, String value) {
            boolean weaker = CACHE.equalsIgnoreCase(name) && "no-cache".equals(value);
            super.setHeader(name, weaker ? "no-store" : value);
        }

        @Override
        public void addHeader(String name, String value) {
            if (CACHE.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
