package io.watchdesk.signal.web;

import io.watchdesk.signal.SignalSettings.Alertmanager;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** What an Alertmanager sends in the header Authorization ({@code http_config}). */
record Credentials(String scheme, String value) {

    static Credentials of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String[] parts = header == null ? new String[0] : header.strip().split(" +", 2);
        return parts.length == 2
                ? new Credentials(parts[0].toLowerCase(Locale.ROOT), parts[1].strip())
                : new Credentials("", "");
    }

    /** Refuses with 401 whoever has neither a token nor user and password of this source. */
    void verify(Alertmanager source) {
        boolean known = switch (scheme) {
            case "bearer" -> isOneOf(value.getBytes(StandardCharsets.UTF_8), source.tokens());
            case "basic" ->
                source.user() != null
                        && isOneOf(
                                decoded(),
                                source.passwords().stream()
                                        .map(password -> source.user() + ":" + password)
                                        .toList());
            default -> false;
        };
        if (!known) {
            throw new HookRefused(401, "The bearer token, or the user and password, are not those of this source.");
        }
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Looks at all of them, so that the time it takes tells nothing. */
    private static boolean isOneOf(byte[] given, List<String> good) {
        boolean found = false;
        for (String one : good) {
            found |= MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), given);
        }
        return found;
    }
}
