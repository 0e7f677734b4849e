package io.watchdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** People who have signed in, by the form or past it. */
public final class SignedIn {

    private static final double PATIENCE_IN_MILLISECONDS = 60_000;
    private static final int MOST_TRIES = 3;
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private SignedIn() {}

    /**
     * Signs in on the page that asks for it. The page puts the cursor into the field of the
     * name a moment after it is shown; what is typed before that ends up in the wrong field.
     * Whoever gets no answer types and clicks again, as a person does.
     */
    public static void byForm(Page page, String person) {
        List<String> asked = new ArrayList<>();
        Consumer<Request> listener = request -> asked.add(request.method() + " " + request.url());
        page.onRequest(listener);
        Response answer = null;
        for (int tries = 1; answer == null; tries++) {
            Locator name = page.locator("input[type=text]").first();
            PlaywrightAssertions.assertThat(name)
                    .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(PATIENCE_IN_MILLISECONDS));
            name.fill(person);
            page.locator("input[type=password]").fill(person);
            asked.clear();
            try {
                answer = page.waitForResponse(
                        response -> response.url().contains("/auth/user/default/login/"),
                        new Page.WaitForResponseOptions().setTimeout(PATIENCE_IN_MILLISECONDS / MOST_TRIES),
                        () -> page.locator("button[type=submit]").click());
            } catch (TimeoutError unanswered) {
                assertThat(tries)
                        .as(
                                "tries to sign in as %s; the name is \"%s\", and the page asked for %s",
                                person, name.inputValue(), asked)
                        .isLessThan(MOST_TRIES);
                name.focus();
            }
        }
        page.offRequest(listener);
        assertThat(answer.status())
                .as("sign-in of %s: %s", person, answer.statusText())
                .isEqualTo(200);
        PlaywrightAssertions.assertThat(page.locator("input[type=password]"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_IN_MILLISECONDS));
    }

    /** A session of this person, who reads this language; the password of everybody in tests is their id. */
    public static BrowserContext session(
            Browser browser, int width, int height, int port, String person, String language) {
        BrowserContext session = browser.session(width, height);
        as(session, port, person);
        reads(session, port, language);
        return session;
    }

    /** Whoever was signed in leaves, and this person comes; what the browser has loaded already stays with it. */
    public static void as(BrowserContext session, int port, String person) {
        String root = "http://localhost:" + port;
        session.clearCookies();
        session.request().get(root + TASKLIST);
        String token = session.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        var answer = session.request()
                .post(
                        root + "/camunda/api/admin/auth/user/default/login/tasklist",
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setForm(FormData.create()
                                        .set("username", person)
                                        .set("password", person)));
        assertThat(answer.ok()).as(answer.text()).isTrue();
        // The session of who has signed in gets its token with the first page.
        session.request().get(root + TASKLIST);
    }

    /** Lets this session read this language from the next page on. */
    public static void reads(BrowserContext session, int port, String language) {
        session.addCookies(List.of(new Cookie("watchdesk-language", language).setUrl("http://localhost:" + port)));
    }
}
