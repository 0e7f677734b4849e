package io.watchdesk.platform.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * Where browsers that have just signed out end their session at the provider too. Not in the session: what a webapp still
 * asks for with the token of the old one makes Camunda end the new one.
 */
class PendingSignOuts {

    private static final String COOKIE = "WATCHDESK_SIGN_OUT";
    private static final int BYTES = 16;
    private static final int SECONDS = 120;
    private static final int MOST = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final boolean https;
    private final Map<String, String> addresses = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    PendingSignOuts(boolean https) {
        this.https = https;
    }

    /** Remembers the address; answers with the cookie that finds it again. */
    String remember(String address) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (addresses) {
            addresses.put(handle, address);
        }
        return cookie(handle, SECONDS);
    }

    /** Where this browser goes, once; the page that says so where another node knows. Empty if it has not signed out. */
    Optional<String> take(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie ->
                        cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty())
                .findFirst()
                .map(cookie -> {
                    synchronized (addresses) {
                        String address = addresses.remove(cookie.getValue());
                        return address == null ? Provider.OUT_PATH : address;
                    }
                });
    }

    /** The cookie that forgets. */
    String forget() {
        return cookie("", 0);
    }

    private String cookie(String value, int seconds) {
        return ResponseCookie.from(COOKIE, value)
                .path("/sign-in")
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .maxAge(seconds)
                .build()
                .toString();
    }
}
