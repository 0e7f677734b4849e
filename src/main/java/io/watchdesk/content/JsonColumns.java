package io.watchdesk.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Lists that are only ever read whole are kept as JSON in one column. */
@Component
class JsonColumns {

    private final ObjectMapper json;

    JsonColumns(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written as JSON.", e);
        }
    }

    <T> T read(String column, TypeReference<T> type) {
        try {
            return column == null ? null : json.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored JSON column is damaged.", e);
        }
    }
}
