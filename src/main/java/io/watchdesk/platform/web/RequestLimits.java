package io.watchdesk.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses methods that nothing here serves, and bodies that are too large, before anybody reads or parses them. */
class RequestLimits extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String TOO_LARGE = "The body is too large: at most %,d bytes are taken.";

    private final WebSettings settings;
    private final long uploadLimit;

    /** @param uploadLimit bytes of the largest upload */
    RequestLimits(WebSettings settings, long uploadLimit) {
        this.settings = settings;
        this.uploadLimit = uploadLimit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            Sentences.write(response, 405, "Nothing here understands this method.");
            return;
        }
        boolean upload = isUpload(request);
        long length = request.getContentLengthLong();
        long limit = upload ? uploadLimit : limitOf(request);
        if (length > limit && !(upload && isOurs(request))) {
            refuse(response, limit);
        } else if (length < 0 && request.getHeader("Transfer-Encoding") != null && !(upload && isOurs(request))) {
            // Of a length that nobody told: read to the limit, then serve from memory.
            byte[] body =
                    request.getInputStream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limitOf(request) + 1));
            if (body.length > limitOf(request)) {
                refuse(response, limitOf(request));
            } else {
                chain.doFilter(new Told(request, body), response);
            }
        } else {
            chain.doFilter(request, response);
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

    /** The request with its body in memory. */
    private static final class Told extends HttpServletRequestWrapper {

        private final byte[] body;

        Told(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("Bodies are read at once here.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }
}
