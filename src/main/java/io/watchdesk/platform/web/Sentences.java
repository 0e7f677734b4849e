package io.watchdesk.platform.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The one shape of every error of our API: {@code {"sentence": "..."}}. */
record Sentences(String sentence) {

    /** Answers a request that no controller has seen yet. */
    static void write(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("{\"sentence\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(Spoken.sentence(sentence))) + "\"}");
    }

    /** Answers a request to Camunda's API that its own code has not seen yet, in the shape that the webapps show. */
    static void writeToWebapp(HttpServletResponse response, int status, String type, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("{\"type\":\"" + type + "\",\"message\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(Spoken.sentence(sentence))) + "\"}");
    }
}
