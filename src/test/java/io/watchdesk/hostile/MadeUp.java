package io.watchdesk.hostile;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.function.Supplier;

/** An answer of a given type, complete, in which every text is one that its writer chose with bad intentions. */
final class MadeUp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private final Supplier<String> texts;

    MadeUp(Supplier<String> texts) {
        this.texts = texts;
    }

    JsonNode of(JavaType type) {
        return of(type, 0);
    }

    private JsonNode of(JavaType type, int depth) {
        Class<?> raw = type.getRawClass();
        if (depth > DEEPEST || raw == void.class || raw == Void.class) {
            return NODES.nullNode();
        }
        if (raw == Optional.class || raw.getName().endsWith(".ResponseEntity")) {
            return of(type.containedTypeOrUnknown(0), depth);
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            ArrayNode array = NODES.arrayNode();
            array.add(of(type.getContentType(), depth + 1));
            return array.add(of(type.getContentType(), depth + 1));
        }
        if (type.isMapLikeType()) {
            ObjectNode map = NODES.objectNode();
            return map.set(texts.get(), of(type.getContentType(), depth + 1));
        }
        if (raw.isEnum()) {
            return JSON.valueToTree(raw.getEnumConstants()[0]);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return NODES.booleanNode(true);
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return NODES.numberNode(2);
        }
        if (LocalDate.class.equals(raw)) {
            return NODES.textNode("2026-11-22");
        }
        if (Temporal.class.isAssignableFrom(raw)) {
            return NODES.textNode(raw == Instant.class ? "2026-11-22T10:00:00Z" : "2026-11-22T10:00:00");
        }
        if (raw.getName().startsWith("java.")) {
            return NODES.textNode(texts.get());
        }
        ObjectNode object = NODES.objectNode();
        for (BeanPropertyDefinition property :
                JSON.getSerializationConfig().introspect(type).findProperties()) {
            if (property.couldSerialize()) {
                object.set(property.getName(), of(property.getAccessor().getType(), depth + 1));
            }
        }
        return object;
    }
}
