package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the webapps a nonce of its own, the same in its content policy and in its scripts. Camunda keeps one
 * for all requests of all people: a request at the same moment changes it between policy and page, whose scripts are then
 * blocked, and everybody can read the one that the next page may get.
 */
class FreshNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-[\\w-]*'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[\\w-]*\"");

    /** As many as Camunda's, so that the length of the page stays as it was told. */
    private static final int BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Page page = new Page(response);
        chain.doFilter(request, page);
        if (page.written == null) {
            return;
        }
        page.writer.flush();
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String policy = response.getHeader(POLICY);
        if (policy != null) {
            response.setHeader(POLICY, IN_POLICY.matcher(policy).replaceAll("'nonce-" + nonce + "'"));
        }
        response.getWriter().write(IN_PAGE.matcher(page.written.toString()).replaceAll("nonce=\"" + nonce + "\""));
    }

    /** Keeps what is written as text; files go through. */
    private static final class Page extends HttpServletResponseWrapper {

        private StringWriter written;
        private PrintWriter writer;

        Page(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            if (written == null) {
                written = new StringWriter();
                writer = new PrintWriter(written);
            }
            return writer;
        }
    }
}
