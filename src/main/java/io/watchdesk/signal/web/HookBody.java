package io.watchdesk.signal.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdesk.signal.CleanText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.util.unit.DataSize;

/** Reads what strangers send: never more than allowed, and only what is well-formed. */
final class HookBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private HookBody() {}

    /** The raw bytes; refuses with 413 as soon as there are too many. */
    static byte[] read(HttpServletRequest request, DataSize limit) {
        int most = Math.toIntExact(limit.toBytes());
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw tooLarge(most);
            }
            return body;
        } catch (IOException cutOff) {
            throw new HookRefused(400, "The request broke off before its end.");
        }
    }

    /**
     * The body as a JSON object; refuses with 400 what is not UTF-8, not JSON, says a thing twice, or holds a number that is
     * too large to be kept (RFC 8259, 6: as large as a double).
     */
    static JsonNode object(byte[] body) {
        JsonNode read;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            read = JSON.readTree(marked ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new HookRefused(400, "The body is not valid UTF-8.");
        } catch (MismatchedInputException e) {
            throw new HookRefused(400, "The body must be one JSON object in which each field stands once.");
        } catch (JsonProcessingException e) {
            throw new HookRefused(400, "The body is not valid JSON.");
        }
        if (read == null || !read.isObject()) {
            throw new HookRefused(400, "The body must be one JSON object.");
        }
        if (holdsInfinity(read)) {
            throw new HookRefused(
                    400, "The body holds a number that is too large to be kept as it was sent: send it as text.");
        }
        return read;
    }

    /** Whoever sent 1e400 did not send the word "Infinity", which it would be kept as. */
    private static boolean holdsInfinity(JsonNode node) {
        if (node.isDouble()) {
            return Double.isInfinite(node.doubleValue());
        }
        for (JsonNode part : node) {
            if (holdsInfinity(part)) {
                return true;
            }
        }
        return false;
    }

    /** A field as text; null where it is missing, empty or not a plain value. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    /** A field as a time with its offset; null where it is missing or cannot be read. */
    static Instant time(JsonNode object, String field) {
        String text = text(object, field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** A name from an address, fit for one line of a log. */
    static String shown(String name) {
        return CleanText.line(name, 60);
    }

    private static HookRefused tooLarge(int most) {
        return new HookRefused(413, "The body is too large: at most %,d bytes are taken.".formatted(most));
    }
}
