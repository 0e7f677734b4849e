package io.watchdesk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A person at a browser, as far as HTTP shows: signs in to Tasklist, keeps the cookies, sends the CSRF token, and calls
 * what Tasklist and our own pages call. Each call answers with status and body; none of them throws for a status.
 */
public final class TasklistClient {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String BOUNDARY = "watchdesk-test-boundary";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI root;
    private final CookieManager cookies;
    private final HttpClient http;

    /** Somebody who is not signed in; {@code root} is like {@code http://localhost:8080}. */
    public TasklistClient(URI root) {
        this(root, new CookieManager());
    }

    /** Somebody who is not signed in, with a jar of cookies that a test can look into. */
    public TasklistClient(URI root, CookieManager cookies) {
        this.root = root;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Signs in; fails when the answer is anything but success. */
    public static TasklistClient login(URI root, String user, String password) {
        TasklistClient client = new TasklistClient(root);
        client.get(TASKLIST);
        Answer answer = client.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + encoded(user) + "&password=" + encoded(password)));
        if (answer.status() != 200) {
            throw new AssertionError("%s cannot sign in: %s".formatted(user, answer));
        }
        client.get(TASKLIST);
        return client;
    }

    /** Claims a task for somebody, as the button Claim does for the signed-in person. */
    public Answer claim(String taskId, String user) {
        return post(ENGINE + "/task/" + taskId + "/claim", Map.of("userId", user));
    }

    /** Gives a claimed task back. */
    public Answer unclaim(String taskId) {
        return post(ENGINE + "/task/" + taskId + "/unclaim", Map.of());
    }

    /** Completes a task past its form. */
    public Answer complete(String taskId, Map<String, ?> variables) {
        return post(ENGINE + "/task/" + taskId + "/complete", Map.of("variables", typed(variables)));
    }

    /** Completes a task as the form's button Complete does. */
    public Answer submitForm(String taskId, Map<String, ?> variables) {
        return post(ENGINE + "/task/" + taskId + "/submit-form", Map.of("variables", typed(variables)));
    }

    /** Starts a process as its start form does. */
    public Answer startForm(String process, Map<String, ?> variables) {
        return post(
                ENGINE + "/process-definition/key/" + process + "/submit-form", Map.of("variables", typed(variables)));
    }

    /** Starts a process past its start form. */
    public Answer start(String process, Map<String, ?> variables) {
        return post(ENGINE + "/process-definition/key/" + process + "/start", Map.of("variables", typed(variables)));
    }

    /** Calls any path of Camunda's own REST API, for example {@code /task/count}. */
    public Answer engine(String method, String path, Object body) {
        return send(method, ENGINE + path, "application/json", json(body));
    }

    /** Reads a path of our own. */
    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    /** Sends JSON to a path of our own. */
    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    /** Sends JSON to a path of our own. */
    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    /** Deletes at a path of our own. */
    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    /** Uploads one file in the part {@code file} with further text parts. */
    public Answer upload(String path, String fileName, String mediaType, byte[] content, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> part(body, "name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"file\"; filename=\"" + fileName + "\"", mediaType, content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** Sends anything with the CSRF token of this browser, if it has one. */
    public Answer send(String method, String path, String mediaType, BodyPublisher body) {
        return send(method, path, mediaType, body, Map.of());
    }

    /** Sends anything with the CSRF token of this browser and with further headers. */
    public Answer send(String method, String path, String mediaType, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(root.resolve("/").toString().replaceFirst("/$", "") + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, text/html;q=0.9, */*;q=0.8")
                .method(method, body);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        token().forEach(token -> request.header("X-XSRF-TOKEN", token));
        headers.forEach(request::setHeader);
        try {
            return new Answer(http.send(request.build(), TasklistClient::body));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All of it; nothing of a stream of events, which would not end. */
    private static BodySubscriber<byte[]> body(ResponseInfo answer) {
        boolean endless = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return endless
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), TasklistClient::hungUp)
                : BodySubscribers.ofByteArray();
    }

    private static byte[] hungUp(InputStream stream) {
        try (stream) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the CSRF token, as a request from another site does not know it. */
    public TasklistClient withoutToken() {
        cookies.getCookieStore().get(root.resolve("/camunda/")).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> cookies.getCookieStore().remove(root.resolve("/camunda/"), cookie));
        return this;
    }

    private java.util.stream.Stream<String> token() {
        return cookies.getCookieStore().get(root.resolve("/camunda/")).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue);
    }

    private static BodyPublisher json(Object body) {
        try {
            return body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not JSON: " + body, e);
        }
    }

    /** Values in the shape that Tasklist sends: lists and maps as JSON text, the rest as they are. */
    private static Map<String, Object> typed(Map<String, ?> variables) {
        Map<String, Object> typed = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            try {
                typed.put(
                        name,
                        value instanceof Collection || value instanceof Map
                                ? Map.of("value", JSON.writeValueAsString(value), "type", "Json")
                                : java.util.Collections.singletonMap("value", value));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("This is not JSON: " + value, e);
            }
        });
        return typed;
    }

    private static void part(ByteArrayOutputStream body, String disposition, String mediaType, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                + (mediaType == null ? "" : "Content-Type: " + mediaType + "\r\n") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        /** The body as JSON; missing where there is no body. */
        public JsonNode json() {
            try {
                return response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON: " + this, e);
            }
        }

        /** What the person reads when something is refused: our sentence or Camunda's message. */
        public String sentence() {
            JsonNode json = json();
            return json.path(json.has("sentence") ? "sentence" : "message").asText();
        }

        /** A header's first value, or null. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return status() + " " + response.request().method() + " "
                    + response.uri().getPath() + " " + text();
        }
    }
}
