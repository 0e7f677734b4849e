package io.watchdesk.notification.chat;

import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.notification.Link;
import io.watchdesk.platform.OutgoingHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Anything else: title, lines and links as JSON of at most 64 KiB, signed after Standard Webhooks; 2xx means taken. */
@Component
class JsonFormat implements Format {

    private static final int LIMIT = 64 * 1024;
    private static final String ENCODED_KEY = "whsec_";

    @Override
    public Service service() {
        return Service.JSON;
    }

    @Override
    public Request write(Hook hook, ChatMessage message, Instant now) {
        JsonText body = Letters.fitted(
                message,
                parts -> new JsonText(parts.title(), parts.lines().lines().toList(), parts.links()),
                Json::bytes,
                LIMIT);
        String id = "msg_" + UUID.randomUUID();
        String time = String.valueOf(now.getEpochSecond());
        String signed = id + "." + time + "." + new String(Json.of(body), StandardCharsets.UTF_8);
        return new Request(
                hook.secretUrl(),
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", time,
                        "webhook-signature", "v1," + Signatures.base64(key(hook.signingSecret()), signed)),
                body);
    }

    @Override
    public Delivery read(Answer answer) {
        return Answers.byStatus(answer).orElse(Delivery.DELIVERED);
    }

    private static byte[] key(String secret) {
        return secret.startsWith(ENCODED_KEY)
                ? Base64.getDecoder().decode(secret.substring(ENCODED_KEY.length()))
                : Signatures.utf8(secret);
    }

    record JsonText(String title, List<String> lines, List<Link> links) {}
}
