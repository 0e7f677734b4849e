package io.watchdesk.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.FeatureContext;
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
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Puts the names of processes, tasks, lists and groups in the answers of Camunda's own REST API into Chinese for people who read
 * Chinese; the engine keeps one name for all. Jersey finds it through {@code META-INF/services}, because the webapps build
 * their applications themselves.
 */
public class NamesInRest implements AutoDiscoverable, WriterInterceptor, ReaderInterceptor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    /** Fields that hold the name of a process or of an element. */
    private static final Set<String> NAMES =
            Set.of("processDefinitionName", "activityName", "definitionName", "calledProcessDefinitionName");

    @Override
    public void configure(FeatureContext application) {
        if (!application.getConfiguration().isRegistered(NamesInRest.class)) {
            application.register(this);
        }
    }

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
                } else if (object.has("deploymentId") || isGroup(object)) {
                    object.put(NAME, Spoken.names().of(object.get(NAME).textValue()));
                }
            }
            if (object.path("bpmn20Xml").isTextual()) {
                object.put(
                        "bpmn20Xml",
                        Spoken.names().model(object.get("bpmn20Xml").textValue()));
            }
            NAMES.stream()
                    .filter(name -> object.path(name).isTextual())
                    .forEach(name ->
                            object.put(name, Spoken.names().of(object.get(name).textValue())));
        }
        node.forEach(NamesInRest::walk);
    }

    /** Variables have a name and a type, too, but also a value. */
    private static boolean isGroup(ObjectNode object) {
        return object.has("id") && object.has("type") && !object.has("value");
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
