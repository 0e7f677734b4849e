package io.watchdesk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Asset;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.Links;
import io.watchdesk.notification.Link;
import io.watchdesk.notification.MailWriter;
import io.watchdesk.notification.Message;
import io.watchdesk.platform.People.Person;
import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channels;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.Specification;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages that our server writes and the HTML of every kind of mail, with payloads in each text, in a real browser. */
@Order(3)
class TextOnPagesTest extends Specification {

    private static final int MOST_POSTS = 12;

    private final Payloads payloads = new Payloads();

    @Autowired
    private Channels channels;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Links links;

    @Autowired
    private MailWriter mails;

    @Override
    protected boolean jobsRunByThemselves() {
        return false;
    }

    @Test
    void what_our_pages_and_mails_show_they_show_as_text() throws ReflectiveOperationException {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (int post = 0; post < MOST_POSTS; post++) {
            addresses.put("post " + post, post());
        }
        addresses.put("site", at("/site"));
        addresses.put("account", at("/site/newsroom"));
        addresses.put("an account that there is not", at("/site/%3Cimg%20data-xss%20src=x%20onerror=pwned=1%3E"));
        addresses.put("answer", answer());
        addresses.put("an answer that there is not", at("/crisis/ack/%3Cscript%20data-xss%3Epwned=1%3C%2Fscript%3E"));
        Map<String, String> letters = new LinkedHashMap<>();
        for (Class<?> kind : Message.class.getPermittedSubclasses()) {
            letters.put("mail " + kind.getSimpleName(), letter(kind));
        }

        try (Browser browser = Browser.open();
                WatchedPage watched = new WatchedPage(browser.session(1000, 900))) {
            Page page = watched.page();
            addresses.forEach((name, address) -> {
                page.navigate(address);
                watched.look(name);
            });
            letters.forEach((name, html) -> {
                page.navigate("about:blank");
                page.setContent(html);
                watched.look(name);
            });
            assertThat(watched.trouble()).isEmpty();
            assertThat(watched.seen()).as("payloads seen as text").isGreaterThan(150);
        }
    }

    private String post() {
        String number = UUID.randomUUID().toString().substring(0, 8);
        List<String> texts = new ArrayList<>();
        for (int text = 0; text < 10; text++) {
            texts.add(payloads.next());
        }
        Answer.Done done = (Answer.Done) channels.of("newsroom")
                .publish(new io.watchdesk.publishing.Order(
                        "P-" + number,
                        "key-" + number,
                        "C-" + number,
                        1,
                        accounts.require("newsroom"),
                        payloads.next(),
                        String.join("\n", texts),
                        List.of(payloads.next(), "javascript:pwned=1", "https://evil.example/\"onmouseover=\"pwned=1"),
                        List.<Asset>of(),
                        payloads.next()));
        return at(URI.create(done.link()).getPath());
    }

    private String answer() {
        Crisis crisis = response.declare(new CrisisResponse.Declaration(
                payloads.next(),
                List.of("newsroom"),
                UUID.randomUUID().toString(),
                "accountBanned",
                Level.ORANGE,
                List.of(payloads.next(), payloads.next()),
                Facts.UNKNOWN,
                null,
                Crisis.Mode.REAL,
                clock.instant()));
        String link = links.link(crisis.id(), "olga", 1, Links.Purpose.ACKNOWLEDGE);
        return at(URI.create(link).getPath());
    }

    private String letter(Class<?> kind) throws ReflectiveOperationException {
        Constructor<?> constructor = kind.getDeclaredConstructors()[0];
        Object[] values = Arrays.stream(kind.getRecordComponents())
                .map(component -> component.getType() == Instant.class
                        ? clock.instant()
                        : component.getType() == List.class
                                ? component.getName().equals("links")
                                        ? List.of(new Link(payloads.next(), "https://evil.example/"))
                                        : List.of(payloads.next(), payloads.next())
                                : component.getType() == String.class ? payloads.next() : null)
                .toArray();
        return mails.write(
                        (Message) constructor.newInstance(values),
                        new Person("rita", payloads.next(), payloads.next(), "rita@example.com"))
                .html();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
