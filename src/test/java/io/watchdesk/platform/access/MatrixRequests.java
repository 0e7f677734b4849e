package io.watchdesk.platform.access;

import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Turns an endpoint into a request about one object; {@code rights/requests.txt} says what method and path do not. */
final class MatrixRequests {

    static final String ENGINE = "/camunda/api/engine/engine/{name}";
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z-]+)}");
    private static final Pattern NAMED_PATH = Pattern.compile("path=(\\S+)\\s*");
    private static final Pattern FIELD = Pattern.compile("([a-zA-Z-]+)=(\\S+)");

    private final Map<String, String> lines = new HashMap<>();
    private String sent = "";

    MatrixRequests() {
        try {
            String file = new ClassPathResource("rights/requests.txt").getContentAsString(StandardCharsets.UTF_8);
            file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .forEach(parts -> lines.put(full(parts[0].strip()), parts[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("The requests of the matrix cannot be read.", e);
        }
    }

    /** What the last request said, so that its echo is no news. */
    String sent() {
        return sent;
    }

    /** The endpoints that the file tells more about. */
    java.util.Set<String> described() {
        return lines.keySet();
    }

    /** Whether the request names an object, so that it makes a difference whose it is. */
    boolean isAboutAnObject(String endpoint) {
        String line = lines.getOrDefault(endpoint, "");
        String path = pathOf(endpoint, line).replaceFirst(Pattern.quote(ENGINE), "");
        return PARAMETER
                .matcher((path + line).replace("{me}", "").replace("{engine}", ""))
                .find();
    }

    /** Whether the request names a task. */
    boolean isAboutATask(String endpoint) {
        return endpoint.contains("/task/{id}")
                || lines.getOrDefault(endpoint, "").contains("{task}");
    }

    /** @param value the value of a parameter, by the part of the path that stands before it and by its name */
    Answer send(TasklistClient client, String endpoint, Function<String, String> value) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String line = lines.getOrDefault(endpoint, "");
        String path = filled(pathOf(endpoint, line), value);
        String rest = NAMED_PATH.matcher(line).replaceFirst("").strip();
        if (rest.startsWith("?")) {
            path += filled(rest, value);
            rest = "";
        } else if (path.startsWith("/camunda/api/engine/") && !path.contains("?")) {
            path += "?maxResults=500";
        }
        sent = path + " " + filled(rest, value);
        if (rest.startsWith("form ")) {
            return client.send(
                    method,
                    path,
                    "multipart/form-data; boundary=mx",
                    BodyPublishers.ofString(multipart(filled(rest, value))));
        }
        if (rest.startsWith("url ")) {
            return client.send(
                    method,
                    path,
                    "application/x-www-form-urlencoded",
                    BodyPublishers.ofString(filled(rest.substring(4), value)));
        }
        boolean bare = method.equals("GET") || method.equals("DELETE") || method.equals("OPTIONS");
        String body = filled(rest.isEmpty() && !bare ? "{}" : rest, value);
        return client.send(
                method,
                path,
                body.isEmpty() ? null : "application/json",
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static String pathOf(String endpoint, String line) {
        Matcher named = NAMED_PATH.matcher(line);
        return named.find() ? full(named.group(1)) : endpoint.substring(endpoint.indexOf(' ') + 1);
    }

    private static String full(String path) {
        return path.replace("~/", ENGINE + "/");
    }

    private static String filled(String text, Function<String, String> value) {
        return PARAMETER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value.apply(resource(text.substring(0, found.start())) + found.group(1))));
    }

    /** What stands before a parameter of a path: {@code task/}, {@code process-definition/key/}, {@code history/detail/}. */
    private static String resource(String before) {
        if (!before.endsWith("/")) {
            return "";
        }
        String[] parts = before.split("/");
        String last = parts[parts.length - 1] + "/";
        if (last.equals("key/")) {
            return parts[parts.length - 2] + "/key/";
        }
        return before.contains("/history/") ? "history/" + last : last;
    }

    private static String multipart(String fields) {
        StringBuilder body = new StringBuilder();
        Map<String, String> values = new LinkedHashMap<>();
        FIELD.matcher(fields).results().forEach(found -> values.put(found.group(1), found.group(2)));
        values.forEach((name, content) -> body.append("--mx\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append(name.equals("data") ? "\"; filename=\"mx.txt" : "")
                .append("\"\r\n\r\n")
                .append(content)
                .append("\r\n"));
        return body.append("--mx--\r\n").toString();
    }
}
