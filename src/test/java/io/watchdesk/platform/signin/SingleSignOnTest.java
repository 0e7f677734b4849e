package io.watchdesk.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.Redirects;
import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import io.watchdesk.testing.TestProvider;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole application with single sign-on in a JVM of its own, and a provider that is strict or lies; what a real Keycloak
 * makes of it is told by {@code KeycloakTest} on demand.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SingleSignOnTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String PASSWORD = "seven boats under 1 bridge";

    @TempDir
    private static Path directory;

    private static TestProvider provider;
    private static RunningDemo watchdesk;
    private static HttpResponse<String> whileDown;

    private final CookieManager cookies = new CookieManager();
    private final Redirects browser = new Redirects(cookies);

    @BeforeAll
    static void it_starts_while_the_provider_is_down() {
        provider = TestProvider.start();
        provider.lies("down");
        int port = RunningDemo.freePort();
        watchdesk = RunningDemo.startEmpty(
                directory,
                port,
                "--watchdesk.sign-in.provider.issuer=" + provider.issuer(),
                "--watchdesk.sign-in.provider.name=House",
                "--watchdesk.sign-in.provider.client-id=" + TestProvider.CLIENT,
                "--watchdesk.sign-in.provider.client-secret=" + TestProvider.SECRET,
                "--watchdesk.sign-in.provider.plain=true",
                "--watchdesk.sign-in.provider.check-every=PT1S",
                "--watchdesk.sign-in.provider.trust-for=PT4S",
                "--watchdesk.sign-in.groups[0].theirs=/desk/writers",
                "--watchdesk.sign-in.groups[0].ours=writers",
                "--watchdesk.sign-in.groups[1].theirs=Leads",
                "--watchdesk.sign-in.groups[1].ours=managers,oncall-command",
                "--watchdesk.sign-in.groups[2].theirs=Admins",
                "--watchdesk.sign-in.groups[2].ours=camunda-admin",
                "--watchdesk.sign-in.break-glass=breaker",
                "--watchdesk.admin.id=breaker",
                "--watchdesk.admin.password=" + PASSWORD,
                "--watchdesk.crisis.fallback-person=breaker");
        await().atMost(Duration.ofMinutes(5)).until(watchdesk::ready);
        whileDown = new Redirects(new CookieManager()).open(at(TASKLIST));
        whileDown = new Redirects(new CookieManager()).open(at("/sign-in/start"));
    }

    @AfterAll
    static void it_ends() {
        watchdesk.close();
        provider.close();
    }

    @BeforeEach
    void nothing_is_wrong() {
        provider.lies();
    }

    @Test
    void a_provider_that_is_down_is_told_and_asked_again_later() {
        assertThat(whileDown.statusCode()).isEqualTo(503);
        assertThat(whileDown.body())
                .contains("House does not answer. Please try again in a minute.")
                .doesNotContain("Exception", provider.issuer());

        provider.signsIn("wilma", List.of("/desk/writers"));
        enter("wilma");
    }

    @Test
    void one_sign_in_opens_the_webapps_our_api_and_our_pages() {
        assertThat(browser.look(at("/api/oncall/rotas"), Map.of()).statusCode()).isEqualTo(401);
        assertThat(browser.look(at("/camunda/api/engine/engine/default/task/count"), Map.of())
                        .statusCode())
                .isEqualTo(401);
        for (String page : List.of(TASKLIST, "/camunda/app/cockpit/default/", "/desk/anything")) {
            assertThat(browser.look(at(page), Map.of()).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?to=" + page.replace("/", "%2F")));
        }
        assertThat(browser.look(at(TASKLIST + "../../../app/tasklist/default/"), Map.of())
                        .statusCode())
                .isNotEqualTo(200);
        browser.look(at("/camunda/api/admin/auth/user/default"), Map.of());
        String before = browser.cookie("JSESSIONID");

        provider.signsIn("lead", List.of("Leads", "unknown-1", "unknown-1"));
        TasklistClient lead = enter("lead");

        assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
        assertThat(browser.way()).extracting(URI::getPath).contains("/authorize", "/sign-in/code");
        for (String page : List.of(
                TASKLIST,
                "/camunda/app/cockpit/default/",
                "/camunda/app/welcome/default/",
                "/api/oncall/rotas",
                "/api/audit?subject=x")) {
            assertThat(lead.get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(lead.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(groups(lead, "lead")).containsExactlyInAnyOrder("managers", "oncall-command");
        assertThat(lead.get("/camunda/api/engine/engine/default/user/lead/profile")
                        .json()
                        .path("email")
                        .asText())
                .isEqualTo("lead@sso.example.com");
        provider.says("email", "new@sso.example.com");
        provider.says("family_name", "Neu");
        enter("lead");
        assertThat(lead.get("/camunda/api/engine/engine/default/user/lead/profile")
                        .json()
                        .toString())
                .contains("new@sso.example.com", "Neu");
        assertThat(watchdesk.said().split("unknown-1", -1)).as("logged once").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "groups,             , which groups you are in (claim \"groups\")",
        "groups,             /desk/nobody, none of your groups there has a role in Watchdesk",
        "preferred_username, , who you are",
        "preferred_username, breaker, Nobody can be called &quot;breaker&quot; here",
        "preferred_username, system, Nobody can be called &quot;system&quot; here",
        "preferred_username, ../x, Nobody can be called",
        "preferred_username, <b>, Nobody can be called &quot;&lt;b&gt;&quot; here",
        "sub,                another, somebody else here before",
    })
    void whoever_cannot_be_let_in_reads_why(String claim, String value, String sentence) {
        provider.signsIn("mona", List.of("/desk/writers"));
        enter("mona");
        provider.signsIn("mona", List.of("/desk/writers"));
        if (!claim.equals("sub") && !claim.equals("groups")) {
            provider.says("sub", "somebody new");
        }
        provider.says(claim, claim.equals("groups") && value != null ? List.of(value) : value);
        Redirects fresh = new Redirects(new CookieManager());

        HttpResponse<String> page = fresh.open(at("/sign-in/start"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains(sentence.startsWith("which") ? "which groups you are in" : sentence)
                .doesNotContain("Exception");
        assertThat(fresh.look(at("/api/oncall/rotas"), Map.of()).statusCode()).isEqualTo(401);
        assertThat(fresh.look(at(TASKLIST), Map.of()).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "nonce", "audience", "expired", "issuer", "none", "denied"})
    void an_answer_that_is_not_the_provider_s_or_not_for_us_opens_nothing(String lie) {
        provider.signsIn("admin2", List.of("Admins"));
        provider.lies(lie);

        HttpResponse<String> page = browser.open(at("/sign-in/start"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains(lie.equals("denied") ? "did not let you in" : "did not fit the question");
        assertThat(browser.look(at("/api/oncall/rotas"), Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void an_answer_to_a_question_that_this_browser_did_not_ask_opens_nothing() {
        provider.signsIn("wilma", List.of("/desk/writers"));
        new Redirects(new CookieManager()).look(at("/sign-in/start"), Map.of());
        Redirects other = new Redirects(new CookieManager());
        URI question = URI.create(other.look(at("/sign-in/start"), Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow());
        String answer =
                other.look(question, Map.of()).headers().firstValue("Location").orElseThrow();
        assertThat(answer).startsWith(at("/sign-in/code?code=").toString());

        assertThat(browser.open(URI.create(answer)).statusCode()).isEqualTo(403);
        assertThat(browser.look(at("/api/oncall/rotas"), Map.of()).statusCode()).isEqualTo(401);
        assertThat(other.open(URI.create(answer)).statusCode())
                .as("the one who asked")
                .isEqualTo(200);
    }

    @Test
    void rights_follow_the_provider_without_a_new_sign_in() {
        provider.signsIn("rika", List.of("/desk/writers", "Leads"));
        TasklistClient rika = enter("rika");
        assertThat(rika.get("/api/audit?subject=x").status()).isEqualTo(200);

        provider.says("groups", List.of("/desk/writers"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rika.get("/api/audit?subject=x").status() == 400);
        assertThat(rika.get("/api/oncall/rotas").status()).isEqualTo(200);
        provider.says("groups", List.of());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rika.get("/api/oncall/rotas").status() == 401);
        provider.signsIn("boss", List.of("Admins"));
        assertThat(groups(enter("boss"), "rika")).isEmpty();
    }

    @Test
    void a_session_that_the_provider_has_ended_ends_here() {
        provider.signsIn("gus", List.of("/desk/writers"));
        TasklistClient gus = enter("gus");
        provider.lies("gone");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> gus.get("/api/oncall/rotas").status() == 401);
        assertThat(gus.engine("GET", "/task/count", null).status()).isEqualTo(401);
    }

    @Test
    void a_provider_that_is_away_is_believed_for_a_while_and_no_longer() {
        provider.signsIn("dora", List.of("/desk/writers"));
        TasklistClient dora = enter("dora");
        provider.lies("down");

        // The check that comes due after a second finds nobody, and work goes on.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dora.get("/api/oncall/rotas").status() != 200
                        || watchdesk.said().contains("could not be asked about dora"));
        assertThat(dora.get("/api/oncall/rotas").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dora.get("/api/oncall/rotas").status() == 401);
    }

    @Test
    void signing_out_ends_both_sessions() {
        provider.signsIn("otto", List.of("/desk/writers"));
        TasklistClient otto = enter("otto");
        String session = browser.cookie("JSESSIONID");
        TasklistClient forged = new TasklistClient(watchdesk.root(), cookies);
        Answer refused = forged.send(
                "POST",
                "/camunda/api/admin/auth/user/default/logout",
                null,
                BodyPublishers.noBody(),
                Map.of("Origin", "https://evil.example"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(otto.get("/api/oncall/rotas").status()).isEqualTo(200);

        assertThat(otto.post("/camunda/api/admin/auth/user/default/logout", null)
                        .status())
                .isEqualTo(200);

        assertThat(otto.get("/api/oncall/rotas").status()).isEqualTo(401);
        // What Tasklist still asks for with the token of the session that is over.
        assertThat(otto.engine("POST", "/task/count", Map.of()).status()).isIn(401, 403);
        // Twice, as a page does that learns in two ways that it is signed out.
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> page = browser.open(at("/sign-in/again?to=" + encoded(TASKLIST)));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("You are signed out").doesNotContain("data-step=\"start\"");
        }
        URI end = provider.signOuts().get(provider.signOuts().size() - 1);
        assertThat(end.getQuery())
                .contains("id_token_hint=ey", "client_id=watchdesk", "post_logout_redirect_uri=" + at("/sign-in/out"));
        assertThat(new Redirects(new CookieManager())
                        .look(at("/api/oncall/rotas"), Map.of("Cookie", "JSESSIONID=" + session))
                        .statusCode())
                .as("a copy of the old session")
                .isEqualTo(401);
    }

    @Test
    void passwords_open_nothing_but_for_the_person_behind_the_glass() {
        provider.signsIn("pat", List.of("/desk/writers"));
        enter("pat");
        TasklistClient stranger = new TasklistClient(watchdesk.root());
        assertThat(stranger.get("/sign-in/password").header("Location")).endsWith("/camunda/app/welcome/default/");
        assertThat(stranger.get("/camunda/app/welcome/default/").status()).isEqualTo(200);

        Answer refused = signIn(stranger, "pat", "pat");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.sentence()).isEqualTo("People sign in here through House. Reload the page to get there.");
        assertThat(signIn(stranger, "breaker", "wrong").status()).isEqualTo(401);
        assertThat(signIn(stranger, "breaker", PASSWORD).status()).isEqualTo(200);

        stranger.get("/camunda/app/admin/default/");
        assertThat(stranger.engine("PUT", "/user/pat/profile", Map.of("id", "pat", "email", "else@example.com"))
                        .sentence())
                .contains("are kept where pat signs in");
        assertThat(groups(stranger, "pat")).containsExactly("writers");
    }

    @Test
    void the_name_may_change_but_not_the_person() {
        provider.signsIn("nele", List.of("/desk/writers"));
        enter("nele");
        provider.says("preferred_username", "nele.jung");

        TasklistClient nele = enter("nele");
        assertThat(nele.get("/camunda/api/engine/engine/default/user/nele.jung/profile")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void links_in_pages_need_no_sign_in_and_our_pages_lead_nowhere_else() {
        assertThat(browser.look(at("/crisis/ack/nothing"), Map.of()).body()).contains("This link is not valid");
        for (String to : List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)")) {
            HttpResponse<String> page = browser.look(at("/sign-in?to=" + encoded(to)), Map.of());
            assertThat(page.body()).contains("data-step=\"start\"").doesNotContain("evil", "alert");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
            assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        }
    }

    private TasklistClient enter(String id) {
        HttpResponse<String> page = browser.open(at("/sign-in/start"));
        assertThat(page.body()).as(page.toString()).contains("You are signed in");
        TasklistClient client = new TasklistClient(watchdesk.root(), cookies);
        assertThat(client.get(TASKLIST).status()).isEqualTo(200);
        assertThat(client.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("userId")
                        .asText())
                .isEqualTo(id);
        return client;
    }

    private static List<String> groups(TasklistClient who, String person) {
        Answer answer = who.get("/camunda/api/engine/engine/default/identity/groups?userId=" + person);
        return answer.json().path("groups").findValuesAsText("id");
    }

    private static Answer signIn(TasklistClient client, String person, String password) {
        return client.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/welcome",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + encoded(person) + "&password=" + encoded(password)));
    }

    private static URI at(String path) {
        return URI.create(watchdesk.root() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
