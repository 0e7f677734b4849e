package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a change that a page of somebody else asks a browser for, whatever token it carries. Browsers name the page's
 * origin with every change; a request without one comes from a program, which has no session to misuse. Ours is the
 * address in the settings and the one that the browser itself opened, so that it works before the address is set.
 */
class OwnOrigin extends OncePerRequestFilter {

    private final String ours;

    /** @param baseUrl how people reach this installation */
    OwnOrigin(String baseUrl) {
        this.ours = originOf(URI.create(baseUrl));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (changesSomething(request) && isForeign(request)) {
            Sentences.write(
                    response,
                    403,
                    "This came from a page that is not one of Watchdesk's. If you open Watchdesk at more than one"
                            + " address, use the one in its mails.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"));
        }
        String lower = origin.toLowerCase(Locale.ROOT);
        return !lower.equals(ours) && !lower.equals(opened(request));
    }

    /** The origin that the request went to, as the browser wrote it. */
    private static String opened(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? null : (request.getScheme() + "://" + host).toLowerCase(Locale.ROOT);
    }

    private static boolean changesSomething(HttpServletRequest request) {
        return !CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN
                .matcher(request.getMethod())
                .matches();
    }

    private static String originOf(URI address) {
        int port = address.getPort();
        boolean usual = port < 0 || port == ("https".equalsIgnoreCase(address.getScheme()) ? 443 : 80);
        return (address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
