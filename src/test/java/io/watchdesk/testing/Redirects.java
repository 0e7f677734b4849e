package io.watchdesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Follows redirects from server to server as a browser does, and remembers the way. */
public final class Redirects {

    private static final int MOST = 12;

    private final CookieManager cookies;
    private final HttpClient http;
    private final List<URI> way = new ArrayList<>();

    /** @param cookies shared with whoever else is this browser */
    public Redirects(CookieManager cookies) {
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** Asks for a page and goes where it leads; answers with the last page. */
    public HttpResponse<String> open(URI page) {
        way.clear();
        return follow(HttpRequest.newBuilder(page).GET().build());
    }

    /** Sends a form and goes where that leads. */
    public HttpResponse<String> submit(URI action, String form) {
        return follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** One request, without going anywhere. */
    public HttpResponse<String> look(URI page, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page).GET();
        headers.forEach(request::header);
        return send(request.build());
    }

    /** All addresses since the last {@link #open}. */
    public List<URI> way() {
        return way;
    }

    /** The value of a cookie, or null. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private HttpResponse<String> follow(HttpRequest first) {
        HttpResponse<String> answer = send(first);
        for (int step = 0; step < MOST; step++) {
            String next = answer.headers().firstValue("Location").orElse(null);
            if (next == null) {
                return answer;
            }
            answer = send(
                    HttpRequest.newBuilder(answer.uri().resolve(next)).GET().build());
        }
        throw new AssertionError("This leads in circles: " + way);
    }

    private HttpResponse<String> send(HttpRequest request) {
        way.add(request.uri());
        // Browsers send secure cookies to this machine without TLS too.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
