package io.watchdesk.signal.web;

import io.watchdesk.signal.Spans;
import io.watchdesk.signal.WebhookSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request after Standard Webhooks 1.0: HMAC-SHA256 over id, timestamp and the raw body, joined with
 * dots. Any of the signatures in the header may fit any of the source's secrets, so that both sides can change them.
 */
record StandardWebhook(String id, String timestamp, String signatures) {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final String VERSION = "v1,";
    private static final String HMAC = "HmacSHA256";

    static StandardWebhook of(HttpServletRequest request) {
        return new StandardWebhook(
                only("webhook-id", request), only("webhook-timestamp", request), only("webhook-signature", request));
    }

    /** Whoever stands between might have looked at another of two than we do. */
    private static String only(String header, HttpServletRequest request) {
        List<String> all = Collections.list(request.getHeaders(header));
        if (all.size() > 1) {
            throw new HookRefused(400, "The header %s was sent more than once.".formatted(header));
        }
        return all.isEmpty() ? null : all.get(0);
    }

    /** Refuses with 401 what is not signed by this sender within the tolerance. */
    void verify(byte[] body, List<String> secrets, Instant now, Duration tolerance) {
        if (id == null || timestamp == null || signatures == null) {
            throw new HookRefused(
                    401,
                    "The request is not signed: the headers webhook-id, webhook-timestamp and webhook-signature are needed.");
        }
        if (!ID.matcher(id).matches() || !SECONDS.matcher(timestamp).matches()) {
            throw new HookRefused(
                    401, "The headers webhook-id or webhook-timestamp cannot be read: the time is in whole seconds.");
        }
        long apart = Math.abs(Long.parseLong(timestamp) - now.getEpochSecond());
        if (apart > tolerance.toSeconds()) {
            throw new HookRefused(
                    401,
                    "The time in webhook-timestamp is more than %s away from ours, which is %d."
                            .formatted(Spans.inWords(tolerance), now.getEpochSecond()));
        }
        if (!fits(body, secrets)) {
            throw new HookRefused(401, "The signature fits none of the secrets of this source.");
        }
    }

    /** Looks at all of them, so that the time it takes tells nothing about which one nearly fits. */
    private boolean fits(byte[] body, List<String> secrets) {
        List<byte[]> given = List.of(signatures.trim().split(" +")).stream()
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> decoded(signature.substring(VERSION.length())))
                .flatMap(Optional::stream)
                .toList();
        boolean fits = false;
        for (String secret : secrets) {
            byte[] expected = signature(WebhookSecret.key(secret).orElseThrow(), body);
            for (byte[] signature : given) {
                fits |= MessageDigest.isEqual(expected, signature);
            }
        }
        return fits;
    }

    private byte[] signature(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    private static Optional<byte[]> decoded(String signature) {
        try {
            return Optional.of(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
