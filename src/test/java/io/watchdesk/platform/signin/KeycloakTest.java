package io.watchdesk.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.Redirects;
import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.TasklistClient;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Single sign-on against a real Keycloak in a JVM of its own, through its own pages. It takes minutes and 180 MB, so it runs on
 * demand: {@code mvn -Pkeycloak test -Dtest=KeycloakTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static Process keycloak;
    private static String issuer;
    private static String root;
    private static RunningDemo watchdesk;

    private final CookieManager cookies = new CookieManager();
    private final Redirects browser = new Redirects(cookies);

    @BeforeAll
    static void keycloak_and_watchdesk_start() throws Exception {
        String distribution = System.getProperty("watchdesk.test.keycloak", "");
        assumeTrue(!distribution.isEmpty(), "no Keycloak here: mvn -Pkeycloak test -Dtest=KeycloakTest brings one");
        Path home = directory.resolve("keycloak");
        copy(Path.of(distribution), home);
        Files.createDirectories(home.resolve("data/import"));
        int desk = RunningDemo.freePort();
        Files.writeString(
                home.resolve("data/import/house-realm.json"),
                Files.readString(Path.of("src/test/resources/keycloak/house-realm.json"))
                        .replace("localhost:8080", "localhost:" + desk));
        int port = RunningDemo.freePort();
        root = "http://localhost:" + port;
        issuer = root + "/realms/house";
        ProcessBuilder command = new ProcessBuilder(
                        "/bin/sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-port=" + port,
                        "--http-management-port=" + RunningDemo.freePort())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keycloak.txt").toFile());
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "boss");
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "boss");
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        command.environment().remove("JAVA_TOOL_OPTIONS");
        keycloak = command.start();
        watchdesk = RunningDemo.startEmpty(
                directory,
                desk,
                "--watchdesk.sign-in.provider.issuer=" + issuer,
                "--watchdesk.sign-in.provider.name=House",
                "--watchdesk.sign-in.provider.client-id=watchdesk",
                "--watchdesk.sign-in.provider.client-secret=known-to-both-in-this-test",
                "--watchdesk.sign-in.provider.plain=true",
                "--watchdesk.sign-in.provider.check-every=PT1S",
                "--watchdesk.sign-in.groups[0].theirs=/desk/writers",
                "--watchdesk.sign-in.groups[0].ours=writers",
                "--watchdesk.sign-in.groups[1].theirs=/desk/leads",
                "--watchdesk.sign-in.groups[1].ours=managers",
                "--watchdesk.sign-in.break-glass=breaker",
                "--watchdesk.admin.id=breaker",
                "--watchdesk.admin.password=seven boats under 1 bridge",
                "--watchdesk.crisis.fallback-person=breaker");
        await().atMost(Duration.ofMinutes(6)).until(KeycloakTest::keycloakAnswers);
        await().atMost(Duration.ofMinutes(6)).until(watchdesk::ready);
    }

    @AfterAll
    static void both_end() throws Exception {
        if (watchdesk != null) {
            watchdesk.close();
        }
        if (keycloak != null) {
            keycloak.descendants().forEach(ProcessHandle::destroy);
            keycloak.destroy();
            keycloak.waitFor(20, TimeUnit.SECONDS);
            keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
            keycloak.destroyForcibly();
        }
    }

    @Test
    void people_sign_in_at_keycloak_and_their_groups_count_here() {
        TasklistClient wilma = enter("wilma", "wilma");
        assertThat(wilma.get(TASKLIST).status()).isEqualTo(200);
        assertThat(wilma.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        JsonNode profile = wilma.get("/camunda/api/engine/engine/default/user/wilma/profile")
                .json();
        assertThat(profile.path("email").asText()).isEqualTo("wilma@example.com");
        assertThat(profile.path("lastName").asText()).isEqualTo("Berg 林");
        assertThat(groups(wilma, "wilma")).containsExactly("writers");

        CookieManager jar = new CookieManager();
        TasklistClient lena = enter(new Redirects(jar), jar, "lena.lead", "lena");
        assertThat(lena.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(groups(lena, "lena.lead")).containsExactly("managers");
    }

    @Test
    void a_wrong_password_and_a_group_without_a_role_do_not_get_in() {
        HttpResponse<String> wrong = submit(browser, "wilma", "wrong");
        assertThat(wrong.uri().toString()).startsWith(root);
        assertThat(browser.look(at("/api/oncall/rotas"), Map.of()).statusCode()).isEqualTo(401);

        HttpResponse<String> refused = submit(browser, "carl", "carl");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("none of your groups there has a role in Watchdesk");
        assertThat(browser.look(at("/api/oncall/rotas"), Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_that_is_ended_at_keycloak_ends_here() throws Exception {
        TasklistClient wilma = enter("wilma", "wilma");
        assertThat(wilma.get("/api/oncall/rotas").status()).isEqualTo(200);

        String token = administrator();
        String id = admin(token, "GET", "/users?username=wilma&exact=true", null)
                .get(0)
                .path("id")
                .asText();
        admin(token, "POST", "/users/" + id + "/logout", "");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> wilma.get("/api/oncall/rotas").status() == 401);
        assertThat(browser.open(at("/sign-in/start")).uri().toString())
                .as("Keycloak asks for the password again")
                .startsWith(root);
    }

    @Test
    void a_group_that_is_taken_away_at_keycloak_is_gone_here() throws Exception {
        TasklistClient lena = enter("lena.lead", "lena");
        assertThat(lena.get("/api/audit?subject=x").status()).isEqualTo(200);
        String token = administrator();
        String id = admin(token, "GET", "/users?username=lena.lead&exact=true", null)
                .get(0)
                .path("id")
                .asText();
        JsonNode groups = admin(token, "GET", "/users/" + id + "/groups", null);
        String leads = groups.get(0).path("id").asText();
        admin(token, "DELETE", "/users/" + id + "/groups/" + leads, null);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> lena.get("/api/audit?subject=x").status() == 401);
        } finally {
            admin(token, "PUT", "/users/" + id + "/groups/" + leads, "{}");
        }
    }

    @Test
    void signing_out_ends_the_session_at_keycloak_too() {
        TasklistClient wilma = enter("wilma", "wilma");
        assertThat(browser.open(at("/sign-in/start")).body())
                .as("without a password while Keycloak's session lasts")
                .contains("You are signed in");
        wilma = new TasklistClient(watchdesk.root(), cookies);
        wilma.get(TASKLIST);

        assertThat(wilma.post("/camunda/api/admin/auth/user/default/logout", null)
                        .status())
                .isEqualTo(200);
        HttpResponse<String> out = browser.open(at("/sign-in/again"));

        assertThat(out.body()).contains("You are signed out");
        assertThat(browser.way()).extracting(URI::getPath).contains("/realms/house/protocol/openid-connect/logout");
        assertThat(browser.open(at("/sign-in/start")).uri().toString()).startsWith(root);
    }

    @Test
    void a_browser_comes_back_to_the_task_it_wanted_and_leaves_through_the_button() {
        try (Browser chromium = Browser.open();
                BrowserContext session = chromium.session(1280, 800)) {
            Page page = session.newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(at(TASKLIST) + "#/?searchQuery=%5B%5D&sorting=%5B%5D");
            page.waitForSelector("#username");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/keycloak-sign-in.png")));
            page.fill("#username", "wilma");
            page.fill("#password", "wilma");
            page.click("#kc-login");
            page.waitForURL(Pattern.compile(".*" + TASKLIST + "#/.*searchQuery.*"));
            page.waitForSelector(".account");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> page.textContent("body").contains("Wilma"));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/keycloak-tasklist.png")));
            page.click(".account .dropdown-toggle");
            page.click(".logout a");
            page.waitForURL(Pattern.compile(".*/sign-in/out.*"));
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/keycloak-out.png")));
            page.navigate(at(TASKLIST).toString());
            page.waitForSelector("#username");
        }
    }

    private TasklistClient enter(String name, String password) {
        return enter(browser, cookies, name, password);
    }

    private TasklistClient enter(Redirects who, CookieManager jar, String name, String password) {
        HttpResponse<String> page = submit(who, name, password);
        assertThat(page.body()).as(page.toString()).contains("You are signed in");
        TasklistClient client = new TasklistClient(watchdesk.root(), jar);
        client.get(TASKLIST);
        return client;
    }

    private static HttpResponse<String> submit(Redirects who, String name, String password) {
        HttpResponse<String> page = who.open(at("/sign-in/start"));
        Matcher action = FORM.matcher(page.body());
        assertThat(action.find()).as(page.toString()).isTrue();
        return who.submit(
                URI.create(action.group(1).replace("&amp;", "&")),
                "username=" + encoded(name) + "&password=" + encoded(password));
    }

    private static List<String> groups(TasklistClient who, String person) {
        return who.get("/camunda/api/engine/engine/default/identity/groups?userId=" + person)
                .json()
                .path("groups")
                .findValuesAsText("id");
    }

    private static String administrator() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(root + "/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "client_id=admin-cli&grant_type=password&username=boss&password=boss"))
                                .build(),
                        BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static JsonNode admin(String token, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(root + "/admin/realms/house" + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private static boolean keycloakAnswers() {
        if (!keycloak.isAlive()) {
            try {
                throw new AssertionError(Files.readString(directory.resolve("keycloak.txt")));
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            return new Redirects(new CookieManager())
                            .look(URI.create(issuer + "/.well-known/openid-configuration"), Map.of())
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static URI at(String path) {
        return URI.create(watchdesk.root() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
