package io.watchdesk.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Order;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A platform over HTTP, as an adapter has to treat one: one attempt a call, no redirects, and whatever is not surely out or
 * surely refused is unknown. One that keeps keys can be asked afterwards; the other one is blind.
 */
final class HttpChannel implements Channel {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ID = "platform";
    private final URI root;
    private final boolean keepsKeys;
    private final Duration patience;
    private final CrashPoint crashPoint;
    private final Clock clock = Clock.systemUTC();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    HttpChannel(URI root, boolean keepsKeys, Duration patience, CrashPoint crashPoint) {
        this.crashPoint = crashPoint;
        this.root = root;
        this.keepsKeys = keepsKeys;
        this.patience = patience;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean byPerson() {
        return false;
    }

    @Override
    public Answer publish(Order order) {
        if (crashPoint.armed()) {
            crashPoint.hit("channel:before-call");
        }
        Answer answer = send(order);
        if (crashPoint.armed()) {
            crashPoint.hit("channel:after-accept");
        }
        return answer;
    }

    private Answer send(Order order) {
        try {
            HttpResponse<String> response = http.send(
                    request("/" + order.account().id() + "/posts", order.key())
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(
                                    Map.of("title", order.title(), "body", order.body(), "key", order.key()))))
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            return read(response);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.NotSent("The %s cannot be reached.".formatted(ID), null);
        } catch (IOException e) {
            return new Answer.Unknown("The %s gave no answer that can be read.".formatted(ID));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("The call to %s was interrupted.".formatted(ID));
        }
    }

    private Answer read(HttpResponse<String> response) throws IOException {
        int status = response.statusCode();
        if (status == OK || status == CREATED) {
            JsonNode body = JSON.readTree(response.body());
            return body != null && body.path("id").isTextual()
                    ? new Answer.Done(
                            body.path("id").asText(), body.path("link").asText(), clock.instant(), "Accepted.")
                    : new Answer.Unknown("The %s answered without the id of a post.".formatted(ID));
        }
        if (status == TOO_MANY || status == UNAVAILABLE) {
            return new Answer.NotSent("The %s does not take posts now (%d).".formatted(ID, status), retryAt(response));
        }
        if (status == CONFLICT || status == UNPROCESSABLE) {
            return new Answer.Unknown("The %s says that it has this post already (%d).".formatted(ID, status));
        }
        return status >= 400 && status < 500
                ? new Answer.Refusal("The %s refused the post (%d).".formatted(ID, status))
                : new Answer.Unknown("The %s failed (%d).".formatted(ID, status));
    }

    private Instant retryAt(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(seconds -> clock.instant().plusSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    @Override
    public LookUp lookUp(Order order) {
        if (!keepsKeys) {
            return new LookUp.Unclear("The %s cannot be asked what became of a call.".formatted(ID));
        }
        try {
            HttpResponse<String> response = http.send(
                    request("/" + order.account().id() + "/posts/" + order.key(), order.key())
                            .GET()
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() == OK) {
                JsonNode body = JSON.readTree(response.body());
                return new LookUp.Found(
                        body.path("id").asText(), body.path("link").asText(), clock.instant(), "Found.");
            }
            return response.statusCode() == 404
                    ? new LookUp.Absent("The %s has nothing under this key.".formatted(ID))
                    : new LookUp.Unclear("The %s cannot tell (%d).".formatted(ID, response.statusCode()));
        } catch (IOException e) {
            return new LookUp.Unclear("The %s gave no answer that can be read.".formatted(ID));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new LookUp.Unclear("The question was interrupted.");
        }
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(patience).header("Idempotency-Key", key);
    }

    @Override
    public Answer update(Order order, String remoteId) {
        return new Answer.Refusal("The %s never changes a post.".formatted(ID));
    }

    @Override
    public Answer takeDown(String remoteId, String reason) {
        return new Answer.Refusal("The %s never takes a post down.".formatted(ID));
    }
}
