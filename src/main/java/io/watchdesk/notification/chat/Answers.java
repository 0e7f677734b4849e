package io.watchdesk.notification.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.notification.Delivery;
import io.watchdesk.notification.PlainText;
import io.watchdesk.platform.OutgoingHttp.Answer;
import java.util.Optional;
import java.util.Set;

/** What answers of chat services have in common. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> GONE = Set.of(401, 403, 404, 410);
    private static final int LONGEST_QUOTE = 200;

    private Answers() {}

    /** The verdict where the status alone decides: everything but 2xx. */
    static Optional<Delivery> byStatus(Answer answer) {
        if (answer.status() / 100 == 2) {
            return Optional.empty();
        }
        String said = "It answered with status %d%s."
                .formatted(answer.status(), answer.body().isBlank() ? "" : ": " + quote(answer));
        return Optional.of(GONE.contains(answer.status()) ? Delivery.refused(said) : Delivery.failed(said));
    }

    /**
     * The verdict of an answer whose JSON carries a code, 0 for success.
     *
     * @param gone codes that say that this hook exists no more
     */
    static Delivery byCode(Answer answer, String code, String text, Set<Integer> gone) {
        return byStatus(answer).orElseGet(() -> {
            JsonNode found = json(answer).path(code);
            if (!found.canConvertToInt()) {
                return Delivery.failed("Its answer is not what this service answers: " + quote(answer));
            }
            if (found.intValue() == 0) {
                return Delivery.DELIVERED;
            }
            String said = "It refused with %s %d: %s"
                    .formatted(
                            code,
                            found.intValue(),
                            PlainText.cut(PlainText.line(json(answer).path(text).asText()), LONGEST_QUOTE));
            return gone.contains(found.intValue()) ? Delivery.refused(said) : Delivery.failed(said);
        });
    }

    static boolean has(Answer answer, String code) {
        return json(answer).has(code);
    }

    static String quote(Answer answer) {
        return PlainText.cut(PlainText.line(answer.body()), LONGEST_QUOTE);
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
