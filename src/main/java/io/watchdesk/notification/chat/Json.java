package io.watchdesk.notification.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Messages as they go out, so that what is counted and signed is what is sent. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static byte[] of(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record does not become JSON: " + message.getClass(), e);
        }
    }

    static int bytes(Object message) {
        return of(message).length;
    }
}
