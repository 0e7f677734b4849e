package io.watchdesk.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;

/** What single pages allow beyond the content policy of the house because of a library that they show; never scripts. */
final class ContentPolicy {

    private static final String HEADER = "Content-Security-Policy";
    private static final String STYLES = "style-src 'self'";
    private static final String FONTS = "font-src 'self'";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentPolicy() {}

    /** Allows one element of styles with the font inside it, and returns what it has to carry. */
    static String allowOneStyle(HttpServletResponse response) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        allow(response, STYLES, STYLES + " 'nonce-" + nonce + "'");
        allow(response, FONTS, FONTS + " data:");
        return nonce;
    }

    /** Allows styles of single elements, which cannot load or run anything. */
    static void allowStyleAttributes(HttpServletResponse response) {
        allow(response, STYLES, STYLES + "; style-src-attr 'unsafe-inline'");
    }

    private static void allow(HttpServletResponse response, String directive, String wider) {
        String policy = response.getHeader(HEADER);
        if (policy != null) {
            response.setHeader(HEADER, policy.replace(directive, wider));
        }
    }
}
