package io.watchdesk.testing;

import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Asks the application in the moment in which its web server answers and its people are still being made. */
public class StartWatch {

    /** The id of the signal that it sends. */
    public static final String SIGNAL = "sent-too-early";

    private final Map<String, Answer> pages = new LinkedHashMap<>();
    private SignalSender.Answer signal;

    @EventListener(ApplicationStartedEvent.class)
    void look(ApplicationStartedEvent started) {
        var application = (ServletWebServerApplicationContext) started.getApplicationContext();
        URI root = URI.create("http://localhost:" + application.getWebServer().getPort());
        TasklistClient visitor = new TasklistClient(root);
        for (String path : new String[] {
            "/camunda/app/tasklist/default/", "/api/accounts", "/site", "/health/ready", "/health/live"
        }) {
            pages.put(
                    path,
                    visitor.send("GET", path, null, BodyPublishers.noBody(), Map.of("Accept", "text/html,*/*;q=0.8")));
        }
        signal = new SignalSender(root, "monitor").send(SIGNAL, Map.of("title", "The shop is down"), Instant.now());
    }

    /** What a browser got. */
    public Answer page(String path) {
        return pages.get(path);
    }

    /** What whoever sent a signal got. */
    public SignalSender.Answer signal() {
        return signal;
    }
}
