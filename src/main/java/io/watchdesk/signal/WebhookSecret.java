package io.watchdesk.signal;

import java.util.Base64;
import java.util.Optional;

/** A secret for signing as Standard Webhooks writes it. */
public final class WebhookSecret {

    /** What a secret looks like, as the rest of a sentence. */
    public static final String FORM = "whsec_ followed by the base64 of 24 to 64 random bytes";

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private WebhookSecret() {}

    /** The key, or empty where this is no such secret. */
    public static Optional<byte[]> key(String secret) {
        if (secret == null || !secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            return key.length < SHORTEST || key.length > LONGEST ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
