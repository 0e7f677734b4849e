package io.watchdesk.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.Links;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.oncall.ContactBook;
import io.watchdesk.oncall.Contacts;
import io.watchdesk.oncall.Feeds;
import io.watchdesk.platform.SealedColumn;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import io.watchdesk.testing.TestChat;
import io.watchdesk.testing.TestMail;
import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After people were paged, have answered and subscribed, no secret and no private address stands in any column of any table. */
class SecretsAtRestTest extends ApplicationSpecification {

    private static final Pattern TOKEN = Pattern.compile("/crisis/ack/[0-9a-f]+\\.([A-Za-z0-9_-]+)");

    /** Whoever may be on call while this runs, and who stands in for everybody. */
    private static final List<String> PAGED = List.of("olga", "otto", "admin");

    private static final String PASSWORD = "three-red-lamps-at-rest";

    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString("alertmanager:a-password-of-the-tests".getBytes(StandardCharsets.UTF_8));

    private static final String ALERT = """
            {"version":"4","status":"firing","alerts":[{"status":"firing","fingerprint":"secrets-at-rest",
            "startsAt":"2026-01-01T00:00:00Z","labels":{"alertname":"ShopIsDown"},"annotations":{}}]}""";

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Links links;

    @Autowired
    private Feeds feeds;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Notifications notifications;

    @Autowired
    private List<SealedColumn.Keeper> keepers;

    @Value("${watchdesk.data-directory}")
    private Path data;

    @Autowired
    private ContactBook contacts;

    @AfterEach
    void olga_has_another_password_in_other_stories() {
        identityService.deleteUser("olga");
    }

    @Test
    void no_table_holds_a_secret_in_plain() throws Exception {
        isMemberOf("olga", "oncall-tier-1");
        String crisis = declared();
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.putAll(privateAddresses());
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(tokensInMails()).as("tokens in mails").isNotEmpty());
        tokensInMails().forEach(token -> secrets.put("link in a mail", token));
        String link = links.link(crisis, "olga", 1, Links.Purpose.ACKNOWLEDGE);
        secrets.put("link", token(link));
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(at(URI.create(link).getPath()))
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(receivers())
                        .as("a page at a private address")
                        .anyMatch(receiver -> receiver.endsWith("@private.example")));
        secrets.put("calendar feed", as("olga", feeds::renew));
        secrets.put("chat hook", TestChat.server().baseUrl() + "/room-");
        secrets.putAll(ofMachinesAndBrowsers());
        secrets.put("key", Files.readAllLines(data.resolve("watchdesk.keys")).get(1));

        notifications.tellPerson("olga", new Message.Published(crisis, "Secrets", "Weibo", null));

        Map<String, String> found = new HashMap<>();
        dump().forEach((column, texts) -> texts.forEach(text -> secrets.forEach((name, secret) -> {
            if (text.contains(secret)) {
                found.put(name, column);
            }
        })));

        assertThat(found).isEmpty();
        assertThat(dump().get("crisis_link_key.secret")).isNotEmpty();
        assertThat(dump().get("mail.text_body")).isNotEmpty();
        keepers.stream()
                .flatMap(keeper -> keeper.sealedColumns().stream())
                .forEach(column -> assertThat(dump().get(column.table() + "." + column.column()))
                        .as(column.toString())
                        .allMatch(stored -> stored.startsWith("sealed:")));
        assertThat(dump().values().stream().flatMap(List::stream).anyMatch(text -> text.contains(crisis)))
                .as("the dump sees what is there")
                .isTrue();
    }

    /** Each is paged where the house does not reach; one address has refused and said so in full. */
    private Map<String, String> privateAddresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String person : PAGED) {
            isMemberOf(person, person.equals("admin") ? "camunda-admin" : "oncall-tier-1");
            Contacts.Address home = new Contacts.Address(Contacts.Kind.MAIL, person + "-at-home@private.example");
            Contacts.Address gone = new Contacts.Address(Contacts.Kind.MAIL, person + "-moved@private.example");
            as(person, () -> contacts.change(person, List.of(home, gone)));
            contacts.markDead(person, gone, "550 <%s>: no such user".formatted(gone.target()));
            contacts.known(person).stream()
                    .map(ContactBook.Contact::address)
                    .filter(address -> address.target().endsWith("@example.com"))
                    .forEach(address -> contacts.markDead(person, address, "It refused."));
            assertThat(contacts.of(person)).containsExactly(home);
            addresses.put("private address of " + person, home.target());
            addresses.put("dead address of " + person, gone.target());
        }
        return addresses;
    }

    private static List<String> receivers() throws Exception {
        List<String> receivers = new ArrayList<>();
        for (MimeMessage mail : TestMail.server().getReceivedMessages()) {
            for (Address receiver : mail.getAllRecipients()) {
                receivers.add(receiver.toString());
            }
        }
        return receivers;
    }

    /** Whatever proves who somebody is, after each has been used once. */
    private Map<String, String> ofMachinesAndBrowsers() throws Exception {
        Map<String, String> used = new LinkedHashMap<>();
        assertThat(new SignalSender(at("/"), "monitor")
                        .send(Map.of("title", "The shop is down"), clock.instant())
                        .status())
                .isEqualTo(202);
        used.put("secret of a hook", SignalSender.SECRET);
        used.put(
                "secret of a hook as it is set",
                Base64.getEncoder().encodeToString(SignalSender.SECRET.getBytes(StandardCharsets.UTF_8)));
        for (String proof : List.of("Bearer a-token-of-the-tests", BASIC)) {
            HttpRequest alert = HttpRequest.newBuilder(at("/hooks/alertmanager/prometheus"))
                    .header("Authorization", proof)
                    .POST(HttpRequest.BodyPublishers.ofString(ALERT))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(alert, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        used.put("token of Alertmanager", "a-token-of-the-tests");
        used.put("password of Alertmanager", "a-password-of-the-tests");
        isMemberOf("olga", "oncall-tier-1");
        User olga = identityService.createUserQuery().userId("olga").singleResult();
        olga.setPassword(PASSWORD);
        identityService.saveUser(olga);
        CookieManager cookies = new CookieManager();
        TasklistClient browser = new TasklistClient(at("/"), cookies);
        browser.get("/camunda/app/tasklist/default/");
        Answer signedIn = browser.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                HttpRequest.BodyPublishers.ofString("username=olga&password=" + PASSWORD));
        assertThat(signedIn.status()).isEqualTo(200);
        used.put("password of a person", PASSWORD);
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getValue().length() > 15)
                .forEach(cookie -> used.put(cookie.getName(), cookie.getValue()));
        assertThat(used).containsKeys("JSESSIONID", "XSRF-TOKEN");
        return used;
    }

    private String declared() {
        return response.declare(new CrisisResponse.Declaration(
                        "Secrets",
                        List.of("weibo"),
                        UUID.randomUUID().toString(),
                        "accountBanned",
                        Level.RED,
                        List.of("A platform banned an account."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        clock.instant()))
                .id();
    }

    private static List<String> tokensInMails() throws Exception {
        StringBuilder all = new StringBuilder();
        for (MimeMessage mail : TestMail.server().getReceivedMessages()) {
            all.append(TestMail.text(mail));
        }
        return TOKEN.matcher(all).results().map(found -> found.group(1)).toList();
    }

    private static String token(String link) {
        Matcher found = TOKEN.matcher(link);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Every text and every byte array of the database, the engine's variables and history included, by column. */
    private Map<String, List<String>> dump() {
        Map<String, List<String>> dump = new LinkedHashMap<>();
        jdbc.sql(
                        "select lower(c.table_name), lower(c.column_name), lower(c.data_type) from information_schema.columns c"
                                + " where lower(c.table_schema) = 'public' and lower(c.table_name) not like 'flyway%'")
                .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(column -> {
                    boolean bytes = column.get(2).matches(".*(blob|binary large|bytea).*");
                    if (bytes || column.get(2).startsWith("character")) {
                        dump.put(
                                column.get(0) + "." + column.get(1),
                                jdbc.sql("select %s from %s where %1$s is not null"
                                                .formatted(column.get(1), column.get(0)))
                                        .query((row, number) -> bytes
                                                ? new String(row.getBytes(1), StandardCharsets.UTF_8)
                                                : row.getString(1))
                                        .list());
                    }
                });
        assertThat(dump).containsKeys("act_ru_variable.text_", "act_hi_varinst.text_", "act_ge_bytearray.bytes_");
        return dump;
    }
}
