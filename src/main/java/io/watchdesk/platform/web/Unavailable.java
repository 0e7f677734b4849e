package io.watchdesk.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The one shape of every 503 that no controller has seen: a page for who opened one, a sentence for everything else. */
final class Unavailable {

    /** Tasklist shows what is called message, our own pages what is called sentence. */
    private static final String ANSWER = "{\"sentence\":\"%1$s\",\"message\":\"%1$s\"}";

    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">%s<meta"
            + " name=\"viewport\" content=\"width=device-width\"><title>Watchdesk</title></head><body><h1>%s</h1></body></html>";

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
        response.getWriter().write(page ? PAGE.formatted(head, sentence) : ANSWER.formatted(sentence));
    }
}
