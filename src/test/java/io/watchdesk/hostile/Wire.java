package io.watchdesk.hostile;

import io.watchdesk.hostile.BadInput.Sender;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.TasklistClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends requests byte by byte as they are written; no client library mends or refuses them. */
final class Wire {

    private static final int PATIENCE_MILLIS = 15_000;

    private final URI root;
    private final String secret;
    private final String token;
    private final Map<Sender, List<String>> identities = new EnumMap<>(Sender.class);

    /**
     * @param secret with which the source {@code monitor} signs
     * @param token with which the source {@code prometheus} shows who it is
     */
    Wire(URI root, String secret, String token) {
        this.root = root;
        this.secret = secret;
        this.token = token;
        identities.put(Sender.WRITER, signedIn("wei", "wei"));
        identities.put(Sender.ADMINISTRATOR, signedIn("admin", "admin"));
    }

    /**
     * @param status 0 where the connection ended without an answer
     * @param millis until the end of the answer
     */
    record Reply(int status, String text, long millis) {}

    Reply send(BadInput input) {
        long began = System.nanoTime();
        byte[] answer = new byte[0];
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(request(input));
                socket.getOutputStream().flush();
                // Says that nothing more will come, also where a length was promised that is not kept.
                socket.shutdownOutput();
            } catch (IOException refusedBeforeTheEnd) {
                // The answer may be there nevertheless.
            }
            answer = read(socket);
        } catch (IOException broken) {
            // The time that it took tells whether that was a refusal or a hang.
        }
        String text = new String(answer, StandardCharsets.UTF_8).replaceFirst("^HTTP/1.1 1\\d\\d.*\r\n\r\n", "");
        boolean http = text.startsWith("HTTP/1.1 ") && text.length() >= 12;
        // A first line that Tomcat cannot take apart is answered as in the times before there were status lines.
        boolean bare = text.startsWith("<!doctype html><html lang=\"en\"><head><title>HTTP Status 400");
        return new Reply(
                http ? Integer.parseInt(text.substring(9, 12)) : bare ? 400 : 0,
                text,
                (System.nanoTime() - began) / 1_000_000);
    }

    private static byte[] read(Socket socket) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException reset) {
            // What has arrived before counts.
        }
        return answer.toByteArray();
    }

    private byte[] request(BadInput input) {
        List<String> lines = new ArrayList<>();
        lines.add(input.line());
        lines.add("Host: " + root.getHost() + ":" + root.getPort());
        lines.add("Connection: close");
        lines.addAll(input.headers());
        boolean told = input.headers().stream()
                .anyMatch(header -> header.matches("(?i)(Content-Length|Transfer-Encoding):.*"));
        if (!told && (input.body().length > 0 || !input.line().startsWith("GET"))) {
            lines.add("Content-Length: " + input.body().length);
        }
        lines.addAll(identity(input));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        lines.forEach(line -> request.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
        request.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(input.body());
        return request.toByteArray();
    }

    private List<String> identity(BadInput input) {
        if (input.sender() == Sender.ALERTMANAGER) {
            return List.of("Authorization: Bearer " + token);
        }
        if (input.sender() == Sender.MONITOR) {
            String id = UUID.randomUUID().toString();
            String time = SignalSender.seconds(Instant.now());
            return List.of(
                    "webhook-id: " + id,
                    "webhook-timestamp: " + time,
                    "webhook-signature: v1," + SignalSender.signature(secret, id, time, input.body()));
        }
        return identities.getOrDefault(input.sender(), List.of());
    }

    private List<String> signedIn(String person, String password) {
        CookieManager jar = new CookieManager();
        TasklistClient client = new TasklistClient(root, jar);
        client.get("/camunda/app/tasklist/default/");
        TasklistClient.Answer answer = client.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + person + "&password=" + password));
        if (answer.status() != 200) {
            throw new IllegalStateException(person + " cannot sign in: " + answer);
        }
        client.get("/camunda/app/tasklist/default/");
        StringBuilder cookies = new StringBuilder("Cookie: ");
        StringBuilder csrf = new StringBuilder("X-XSRF-TOKEN: ");
        jar.getCookieStore().getCookies().forEach(cookie -> {
            cookies.append(cookie.getName())
                    .append('=')
                    .append(cookie.getValue())
                    .append("; ");
            csrf.append(cookie.getName().equals("XSRF-TOKEN") ? cookie.getValue() : "");
        });
        return List.of(cookies.toString(), csrf.toString());
    }
}
