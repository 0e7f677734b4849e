package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses methods that nothing here serves, and bodies that are too large or too slow, before anybody parses them. */
class RequestLimits extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]");
    private static final int TOO_MANY = 429;
    private static final String TOO_LARGE = "The body is too large: at most %,d bytes are taken.";

    private final WebSettings settings;
    private final long uploadLimit;
    private final SlowBodies bodies;

    /** @param uploadLimit bytes of the largest upload */
    RequestLimits(WebSettings settings, long uploadLimit, SlowBodies bodies) {
        this.settings = settings;
        this.uploadLimit = uploadLimit;
        this.bodies = bodies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Only Camunda's pages ask what an address allows; no page of another origin may.
        boolean asks = request.getMethod().equals("OPTIONS")
                && !RequestPath.of(request).startsWith("/camunda/");
        if (asks || !METHODS.contains(request.getMethod())) {
            Sentences.write(response, 405, "Nothing here understands this method.");
            return;
        }
        if (UNFIT.matcher(RequestPath.of(request)).find()) {
            // Line ends also get past patterns that others match paths with.
            Sentences.write(response, 400, "The address holds characters that no address here holds.");
            return;
        }
        if (!hasReadableType(request)) {
            Sentences.write(
                    response,
                    415,
                    "The header Content-Type must name one type, and no characters but those there are.");
            return;
        }
        if (!hasReadableLanguages(request)) {
            Sentences.write(response, 400, "The header Accept-Language names more languages than anybody reads.");
            return;
        }
        boolean upload = isUpload(request);
        long length = request.getContentLengthLong();
        long limit = upload ? uploadLimit : limitOf(request);
        boolean chunked = length < 0 && request.getHeader("Transfer-Encoding") != null;
        if (upload && isOurs(request)) {
            chain.doFilter(request, response);
        } else if (length > limit) {
            refuse(response, limit);
        } else if (chunked || length > 0 && !upload) {
            serve(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Reads the body first, then serves from memory. */
    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = bodies.read(request, limitOf(request));
        } catch (SlowBodies.Refusal refusal) {
            response.setHeader("Connection", "close");
            if (refusal.status() == TOO_MANY) {
                response.setHeader("Retry-After", "1");
            }
            Sentences.write(response, refusal.status(), refusal.getMessage());
            return;
        }
        if (body.length > limitOf(request)) {
            refuse(response, limitOf(request));
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    /** Tomcat refuses long lists, but only when they are first asked for, and then as a fault of ours. */
    private static boolean hasReadableLanguages(HttpServletRequest request) {
        try {
            return request.getLocale() != null;
        } catch (IllegalArgumentException tooMany) {
            return false;
        }
    }

    private static boolean hasReadableType(HttpServletRequest request) {
        try {
            String charset = request.getCharacterEncoding();
            return (request.getContentType() == null || request.getContentType().indexOf('*') < 0)
                    && (charset == null || Charset.isSupported(charset));
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }

    private long limitOf(HttpServletRequest request) {
        return (request.getServletPath().startsWith("/hooks") ? settings.hookBodyLimit() : settings.bodyLimit())
                .toBytes();
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** Our own endpoints answer an upload that is too large with the limit, see {@link UploadErrors}. */
    private static boolean isOurs(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }

    private static void refuse(HttpServletResponse response, long limit) throws IOException {
        response.setHeader("Connection", "close");
        Sentences.write(response, 413, TOO_LARGE.formatted(limit));
    }
}
