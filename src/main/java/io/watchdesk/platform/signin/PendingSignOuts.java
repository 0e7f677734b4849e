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
 * Where browsers that have signed out end their session at the provider too. Found by a cookie from the sign-in: the session
 * is gone, Camunda ends the next one as soon as a webapp asks with the token of the old, and a webapp may learn that its
 * session is over before the answer to the sign-out has come.
 */
class PendingSignOuts {

    private static final String COOKIE = "WATCHDESK_SIGN_OUT";
    private static final int BYTES = 16;
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

    /** What a browser that signs in gets to find its way out. */
    String newHandle() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The cookie that carries it, to our own pages only. */
    String cookie(String handle) {
        return ResponseCookie.from(COOKIE, handle)
                .path("/sign-in")
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** The browser with this handle has signed out here and goes on to that address. */
    void remember(String handle, String address) {
        synchronized (addresses) {
            addresses.put(handle, address);
        }
    }

    /**
     * Where this browser goes; empty if it has not signed out. It may ask twice: its page leaves twice when it learns in two
     * ways that it is signed out, and the first answer is lost then. The next sign-in has a handle of its own.
     */
    Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .map(cookie -> {
                    synchronized (addresses) {
                        return addresses.get(cookie.getValue());
                    }
                });
    }
}
