package io.watchdesk.review.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The checklist as a form sends it: one JSON object of texts. */
@Component
class ChecklistAnswers {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final ObjectMapper json;

    ChecklistAnswers(ObjectMapper json) {
        this.json = json;
    }

    Map<String, String> read(String answers) {
        if (answers == null || answers.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(answers, TEXTS);
        } catch (JsonProcessingException e) {
            throw new Refused("The checklist answers must be a JSON object such as {\"brand-tone\": \"yes\"}.");
        }
    }
}
