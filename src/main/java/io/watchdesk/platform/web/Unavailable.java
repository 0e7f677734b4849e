package io.watchdesk.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one shape of every 503 that no controller has seen: a page for who opened one, a sentence for everything else. */
final class Unavailable {

    /** Tasklist shows what is called message, our own pages what is called sentence. */
    private static final String ANSWER = "{\"sentence\":\"%1$s\",\"message\":\"%1$s\"}";

    private static final String STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;"
            + "padding:0 1rem;color:#14532d;background:#fff}h1{font-size:1.5rem}"
            + "@media(prefers-color-scheme:dark){body{color:#bbf7d0;background:#111}}";

    private static final String PAGE =
            "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">{head}<meta"
                    + " name=\"viewport\" content=\"width=device-width\"><title>Watchdesk</title><style>" + STYLE
                    + "</style></head><body><h1>{sentence}</h1></body></html>";

    /** Nothing else of ours may be served while such a page is shown, so it brings its own style, known by its hash. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none';".formatted(hash(STYLE))
                    + " frame-ancestors 'none'";

    private static final String RELOAD = "<meta http-equiv=\"refresh\" content=\"%s\">";

    private Unavailable() {}

    /**
     * Says why, and when it is worth to try again.
     *
     * @param seconds until then
     */
    static void write(HttpServletRequest request, HttpServletResponse response, String seconds, String sentence)
            throws IOException {
        write(request, response, seconds, "", sentence);
    }

    /** The same; a page asks again by itself. */
    static void writeAndReload(
            HttpServletRequest request, HttpServletResponse response, String seconds, String sentence)
            throws IOException {
        write(request, response, seconds, RELOAD.formatted(seconds), sentence);
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String seconds, String head, String sentence)
            throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", seconds);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String accept = request.getHeader("Accept");
        boolean page = accept != null && accept.startsWith("text/html");
        response.setContentType(page ? "text/html" : "application/json");
        if (page) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
        boolean chinese = RequestLanguage.isChinese(request);
        String said = chinese ? Spoken.chinese().of(sentence) : sentence;
        response.getWriter()
                .write(
                        page
                                ? PAGE.replace("{language}", chinese ? "zh-CN" : "en")
                                        .replace("{head}", head)
                                        .replace("{sentence}", said)
                                : ANSWER.formatted(said));
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
