package io.watchdesk.signal.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.signal.CleanText;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals.NewSignal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One alert of a message of Alertmanager. */
record Alert(JsonNode alert, JsonNode message) {

    /** Labels and annotations of these names are facts: the inputs of {@code crisis-severity}, and the kind of crisis. */
    private static final List<String> FACTS = List.of(
            "mentionsRatio",
            "hotSearch",
            "negativeShare",
            "carrier",
            "platforms",
            "harm",
            "accountState",
            "legal",
            "cluster",
            "repeated",
            "scenario");

    boolean resolved() {
        return "resolved".equals(HookBody.text(alert, "status"));
    }

    Instant endsAt() {
        return HookBody.time(alert, "endsAt");
    }

    /** The same alert that goes on has the same fingerprint and start; firing again later, it has a new start. */
    String eventId() {
        String fingerprint = HookBody.text(alert, "fingerprint");
        return (fingerprint == null ? CleanText.fingerprint(alert.path("labels").toString()) : fingerprint)
                + "@"
                + HookBody.text(alert, "startsAt");
    }

    NewSignal signal(Source source) {
        String account = label(source.alertmanager().accountLabel());
        String topic = label(source.alertmanager().topicLabel());
        return new NewSignal(
                source.id(),
                eventId(),
                account == null ? source.account() : account,
                topic != null ? topic : source.topic() != null ? source.topic() : label("alertname"),
                first(annotation("summary"), annotation("title"), label("alertname"), "Alert without a name"),
                text(),
                first(HookBody.text(alert, "generatorURL"), HookBody.text(message, "externalURL")),
                facts(),
                HookBody.time(alert, "startsAt"));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        Stream.of("description", "message").map(this::annotation).forEach(line -> append(text, line));
        append(text, "Labels:");
        alert.path("labels")
                .properties()
                .forEach(label ->
                        append(text, label.getKey() + " = " + label.getValue().asText()));
        append(text, "Alertmanager: " + first(HookBody.text(message, "externalURL"), "unknown"));
        append(text, "Group: " + first(HookBody.text(message, "groupKey"), "unknown"));
        return text.toString();
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        for (String fact : FACTS) {
            String value = first(annotation(fact), label(fact));
            if (value != null) {
                facts.put(fact, value);
            }
        }
        return facts;
    }

    private String label(String name) {
        return HookBody.text(alert.path("labels"), name);
    }

    private String annotation(String name) {
        return HookBody.text(alert.path("annotations"), name);
    }

    private static void append(StringBuilder text, String line) {
        if (line != null) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
    }

    private static String first(String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
