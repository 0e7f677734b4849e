package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says once when somebody speaks like a proxy that is not named as one: then all its callers look like one address. */
class UnknownProxy extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownProxy.class);

    private final AtomicBoolean told = new AtomicBoolean();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The container notes where it has believed a proxy.
        if (request.getHeader("X-Forwarded-For") != null
                && request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null
                && told.compareAndSet(false, true)) {
            LOG.warn(
                    "{} says for whom it asks (X-Forwarded-For), and is not believed. If it is your proxy, name it in"
                            + " server.tomcat.remoteip.internal-proxies (a regular expression); without that all"
                            + " who come through it count as one address. If it is not, close the port to it.",
                    request.getRemoteAddr());
        }
        chain.doFilter(request, response);
    }
}
