package io.watchdesk.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One form, either a Camunda Form ({@code .form}, JSON) or an embedded form ({@code .html}). */
record FormModel(Path path, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WRITTEN_BY_INPUT = Pattern.compile("cam-variable-name=\"([^\"]+)\"");
    private static final Pattern WRITTEN_BY_SCRIPT =
            Pattern.compile("createVariable\\(\\s*\\{[^}]*?name:\\s*['\"]([^'\"]+)['\"]");
    private static final Set<String> SHOWING_ONLY =
            Set.of("text", "html", "image", "table", "button", "separator", "spacer", "group", "expression");

    static FormModel read(Path path) {
        try {
            return new FormModel(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    String file() {
        return path.getFileName().toString();
    }

    String name() {
        return file().replaceFirst("\\.(form|html)$", "");
    }

    String folder() {
        return path.getParent().getFileName().toString();
    }

    boolean embedded() {
        return file().endsWith(".html");
    }

    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is not JSON.", e);
        }
    }

    /** All components of a Camunda Form, groups and lists opened. */
    List<JsonNode> components() {
        List<JsonNode> found = new ArrayList<>();
        collect(json(), found);
        return found;
    }

    private static void collect(JsonNode parent, List<JsonNode> found) {
        for (JsonNode component : parent.path("components")) {
            found.add(component);
            collect(component, found);
        }
    }

    /** The variables that a person's completion of this form sends. */
    Set<String> variables() {
        Set<String> found = new LinkedHashSet<>();
        if (embedded()) {
            WRITTEN_BY_INPUT.matcher(text).results().forEach(hit -> found.add(hit.group(1)));
            WRITTEN_BY_SCRIPT.matcher(text).results().forEach(hit -> found.add(hit.group(1)));
            return found;
        }
        collectVariables(json(), found);
        return found;
    }

    private static void collectVariables(JsonNode parent, Set<String> found) {
        for (JsonNode component : parent.path("components")) {
            String path = component.path("path").asText("");
            if (!path.isEmpty()) {
                found.add(path.split("\\.")[0]);
                continue;
            }
            String type = component.path("type").asText();
            boolean sent = !SHOWING_ONLY.contains(type) || type.equals("expression");
            if (sent
                    && component.hasNonNull("key")
                    && !component.path("disabled").asBoolean()) {
                found.add(component.path("key").asText());
            }
            collectVariables(component, found);
        }
    }
}
