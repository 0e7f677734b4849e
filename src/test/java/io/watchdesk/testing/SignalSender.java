package io.watchdesk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A monitoring program: posts signals that it signs after Standard Webhooks, with its own code and not with ours. */
public final class SignalSender {

    /** The secret of all sources that tests have. */
    public static final String SECRET = "the secret that is used today";

    /** The second secret of the source {@code monitor}. */
    public static final String OLD_SECRET = "the secret of the time before";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final String source;

    /** A sender of this source to the application at this address. */
    public SignalSender(URI root, String source) {
        this.root = root;
        this.source = source;
    }

    /** Settings of an application that knows this source with {@link #SECRET}, as the how-manieth of its sources, from 0. */
    public static List<String> settings(int number, String source) {
        String key = "--watchdesk.signals.sources[%d].".formatted(number);
        String secret = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        return List.of(key + "id=" + source, key + "webhook.secrets[0]=whsec_" + secret);
    }

    /** Sends a signal with a new id, signed now. */
    public Answer send(Map<String, ?> signal, Instant now) {
        return send(UUID.randomUUID().toString(), signal, now);
    }

    /** Sends a signal with a new id, signed with this secret at this machine's time. */
    public Answer send(String secret, Map<String, ?> signal) {
        String id = UUID.randomUUID().toString();
        String now = seconds(Instant.now());
        byte[] body = json(signal);
        return send(id, now, "v1," + signature(secret, id, now, body), body);
    }

    /** Sends a signal, signed now. */
    public Answer send(String id, Map<String, ?> signal, Instant now) {
        byte[] body = json(signal);
        return send(id, seconds(now), "v1," + signature(SECRET, id, seconds(now), body), body);
    }

    /** Sends what it is told to send; null leaves a header out. */
    public Answer send(String id, String timestamp, String signature, byte[] body) {
        try {
            return new Answer(http.send(request(id, timestamp, signature, body), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Like {@link #send(Map, Instant)} without waiting. */
    public CompletableFuture<Answer> begin(Map<String, ?> signal, Instant now) {
        String id = UUID.randomUUID().toString();
        byte[] body = json(signal);
        String signature = "v1," + signature(SECRET, id, seconds(now), body);
        return http.sendAsync(request(id, seconds(now), signature, body), BodyHandlers.ofString())
                .thenApply(Answer::new);
    }

    private HttpRequest request(String id, String timestamp, String signature, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve("/hooks/signals/" + source))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (id != null) {
            request.header("webhook-id", id);
        }
        if (timestamp != null) {
            request.header("webhook-timestamp", timestamp);
        }
        if (signature != null) {
            request.header("webhook-signature", signature);
        }
        return request.build();
    }

    /** A time as the header says it. */
    public static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    /** The signature without its version. */
    public static String signature(String secret, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signal as JSON. */
    public static byte[] json(Map<String, ?> signal) {
        try {
            return JSON.writeValueAsBytes(signal);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + this, e);
            }
        }

        /** The id of the signal. */
        public String signal() {
            return json().path("signal").asText();
        }

        public String sentence() {
            return json().path("sentence").asText();
        }

        /** A header's first value, or null. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return status() + " " + response.body();
        }
    }
}
