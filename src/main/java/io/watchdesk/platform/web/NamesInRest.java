package io.watchdesk.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts the names of processes, decisions, tasks, lists and groups in the answers of Camunda's own REST API into Chinese for people who read
 * Chinese; the engine keeps one name for all. Jersey finds it through {@code META-INF/services}, because the webapps build
 * their applications themselves.
 */
public class NamesInRest implements FoundByJersey, WriterInterceptor, ReaderInterceptor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String DECISION = "decisionDefinitionName";
    private static final String VALUE = "value";
    private static final String SLOT = "slot";
    private static final String LEVEL = "level";

    private static final String LABEL = "label";
    /** Fields of the vendor's forms that people read. */
    private static final Set<String> SAID = Set.of("text", LABEL, DESCRIPTION);
    /** What the form for a stage that nobody may sign reads of it: its name and its group. */
    private static final Set<String> STAGE = Set.of("stageTitle", "stageGroup");

    /** Fields that hold the name of a process or of an element. */
    private static final Set<String> NAMES =
            Set.of("processDefinitionName", "activityName", "definitionName", "calledProcessDefinitionName");

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType()) || !RequestLanguage.isChinese()) {
            context.proceed();
            return;
        }
        OutputStream answer = context.getOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        context.setOutputStream(written);
        try {
            context.proceed();
        } finally {
            context.setOutputStream(answer);
        }
        byte[] english = written.toByteArray();
        answer.write(english.length == 0 ? english : chinese(english));
    }

    /** Whoever changes a shared list in Chinese must not rename it for everybody. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType()) && RequestLanguage.isChinese()) {
            byte[] sent = context.getInputStream().readAllBytes();
            JsonNode read = parsed(sent);
            boolean list = read instanceof ObjectNode object && isList(object);
            if (list) {
                put((ObjectNode) read, Spoken.names()::english);
            }
            context.setInputStream(new ByteArrayInputStream(list ? JSON.writeValueAsBytes(read) : sent));
        }
        return context.proceed();
    }

    private static byte[] chinese(byte[] english) throws IOException {
        JsonNode answer = parsed(english);
        if (answer == null) {
            return english;
        }
        walk(answer);
        return JSON.writeValueAsBytes(answer);
    }

    private static void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path(NAME).isTextual()) {
                if (object.has("taskDefinitionKey")) {
                    object.put(NAME, Spoken.names().task(object.get(NAME).textValue()));
                } else if (isList(object)) {
                    put(object, Spoken.names()::of);
                } else if (object.has("decisionRequirementsDefinitionId")) {
                    object.put(NAME, Spoken.tables().name(object.get(NAME).textValue()));
                } else if (object.has("deploymentId") || isGroup(object)) {
                    object.put(NAME, Spoken.names().of(object.get(NAME).textValue()));
                }
            }
            if (object.path(DECISION).isTextual()) {
                object.put(DECISION, Spoken.tables().name(object.get(DECISION).textValue()));
            }
            if (object.path(VALUE).isTextual() && object.path(NAME).isTextual()) {
                card(object, object.get(NAME).textValue(), object.get(VALUE).textValue());
            }
            if (object.path("bpmn20Xml").isTextual()) {
                object.put(
                        "bpmn20Xml",
                        Spoken.names().model(object.get("bpmn20Xml").textValue()));
            }
            if (object.path("dmnXml").isTextual()) {
                object.put("dmnXml", Spoken.tables().of(object.get("dmnXml").textValue()));
            }
            if (object.path("components").isArray() && object.has("schemaVersion")) {
                form(object.get("components"));
            }
            STAGE.stream()
                    .map(object::path)
                    .filter(variable -> variable.path(VALUE).isTextual())
                    .forEach(variable -> ((ObjectNode) variable)
                            .put(VALUE, Spoken.word(variable.get(VALUE).textValue())));
            NAMES.stream()
                    .filter(name -> object.path(name).isTextual())
                    .forEach(name ->
                            object.put(name, Spoken.names().of(object.get(name).textValue())));
        }
        node.forEach(NamesInRest::walk);
    }

    /** What {@code TaskCards} keeps with a task for its card. */
    private static void card(ObjectNode variable, String name, String value) {
        if (name.equals(SLOT)) {
            variable.put(VALUE, Spoken.names().slot(value));
        } else if (name.equals(LEVEL)) {
            variable.put(VALUE, Spoken.word(value));
        }
    }

    /** The vendor's forms, whose texts are fixed; what people typed comes into them later. */
    private static void form(JsonNode parts) {
        parts.forEach(part -> {
            SAID.stream()
                    .filter(field -> part.path(field).isTextual())
                    .forEach(field -> ((ObjectNode) part)
                            .put(field, Spoken.word(part.get(field).textValue())));
            form(part.path("values"));
            form(part.path("components"));
        });
    }

    /** Variables have a name and a type, too, but also a value. */
    private static boolean isGroup(ObjectNode object) {
        return object.has("id") && object.has("type") && !object.has(VALUE);
    }

    private static boolean isList(ObjectNode object) {
        return "Task".equals(object.path("resourceType").textValue())
                && object.path("properties").isObject();
    }

    private static void put(ObjectNode list, UnaryOperator<String> translation) {
        list.put(NAME, translation.apply(list.path(NAME).asText()));
        ObjectNode properties = (ObjectNode) list.get("properties");
        if (properties.path(DESCRIPTION).isTextual()) {
            properties.put(
                    DESCRIPTION, translation.apply(properties.get(DESCRIPTION).textValue()));
        }
        for (JsonNode shown : properties.path("variables")) {
            if (shown.path(LABEL).isTextual()) {
                ((ObjectNode) shown)
                        .put(LABEL, translation.apply(shown.get(LABEL).textValue()));
            }
        }
    }

    private static JsonNode parsed(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            return null;
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }
}
