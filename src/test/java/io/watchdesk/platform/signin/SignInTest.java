package io.watchdesk.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import jakarta.servlet.FilterChain;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Passwords and sessions, as the one who guesses, steals or forgets meets them. */
class SignInTest extends ApplicationSpecification {

    private static final String PASSWORD = "seven boats under 1 bridge";

    @Autowired
    private SignInThrottle throttle;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nina_is_a_writer() {
        throttle.forget();
        isMemberOf("nina", "writers");
        User nina = identityService.createUserQuery().userId("nina").singleResult();
        nina.setPassword(PASSWORD);
        identityService.saveUser(nina);
    }

    @AfterEach
    void nina_leaves() {
        RequestContextHolder.resetRequestAttributes();
        throttle.forget();
        identityService.deleteUser("nina");
    }

    @Test
    void well_known_credentials_lead_nowhere() {
        for (String name : List.of("demo", "admin", "root", "camunda", "test", "watchdesk", "nina")) {
            for (String password : List.of("demo", "password", "camunda", "123456", "changeme", "admin", "", "nina")) {
                if (!(name.equals("admin") && password.equals("admin"))) {
                    throttle.forget();
                    assertThat(signIn(name, password).status())
                            .as(name + ":" + password)
                            .isEqualTo(401);
                }
            }
        }
    }

    @Test
    void a_password_is_kept_as_a_slow_hash_of_its_own() {
        isMemberOf("nora", "writers");
        User nora = identityService.createUserQuery().userId("nora").singleResult();
        nora.setPassword(PASSWORD);
        identityService.saveUser(nora);

        assertThat(stored("nina")).startsWith("{pbkdf2-sha512}").isNotEqualTo(stored("nora"));
        assertThat(stored("nina")).doesNotContain(PASSWORD);
        identityService.deleteUser("nora");
        assertThat(new PasswordHash(PasswordHash.ROUNDS).encrypt("x")).startsWith("210000$");
    }

    @Test
    void a_password_that_is_kept_in_an_old_way_still_opens_and_is_kept_anew() {
        database.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = 'nina'")
                .params("{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + "salt"), "salt")
                .update();

        assertThat(signIn("nina", "another").status()).isEqualTo(401);
        assertThat(stored("nina")).startsWith("{SHA-512}");
        assertThat(signIn("nina", PASSWORD).status()).isEqualTo(200);
        assertThat(stored("nina")).startsWith("{pbkdf2-sha512}1000$");
        assertThat(signIn("nina", PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "a,                            false",
        "short-one,                    false",
        "password1234,                 false",
        "Password1234!,                false",
        "123456789012,                 false",
        "839201746502,                 false",
        "correcthorsebatterystaple1,   false",
        "iloveyouforever,              false",
        "P@ssw0rdP@ssw0rd,             false",
        "1qaz2wsx3edc4rfv,             false",
        "woaini1314520,                false",
        "20081989198820,               false",
        "aaaaaaaaaaaa,                 false",
        "abababababab,                 false",
        "nina-is-a-writer,             false",
        "qwertyuiop123,                false",
        "watchdesk2026,                false",
        "three red lamps,              true",
        "春天的花园里有七只小猫在晒太阳, true",
    })
    void a_person_chooses_a_password_that_is_not_guessed_first(String password, boolean taken) {
        TasklistClient admin = TasklistClient.login(at("/"), "admin", "admin");

        Answer answer = admin.engine(
                "PUT", "/user/nina/credentials", Map.of("password", password, "authenticatedUserPassword", "admin"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(taken ? 204 : 400);
        assertThat(signIn("nina", password).status()).isEqualTo(taken ? 200 : 401);
    }

    @Test
    void nobody_is_created_with_a_password_that_is_guessed_first() {
        TasklistClient admin = TasklistClient.login(at("/"), "admin", "admin");

        Answer answer = admin.engine(
                "POST",
                "/user/create",
                Map.of("profile", Map.of("id", "newcomer"), "credentials", Map.of("password", "a")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.sentence()).startsWith("A password has at least 12 characters");
        assertThat(people.find("newcomer")).isEmpty();
    }

    @Test
    void whoever_guesses_waits_and_nobody_waits_long() {
        int refused = 0;
        for (int guess = 0; guess < 100; guess++) {
            refused += signIn("nina", "guess " + guess).status() == 401 ? 0 : 1;
        }
        assertThat(refused).isGreaterThanOrEqualTo(90);

        Answer locked = signIn("nina", PASSWORD);
        assertThat(locked.status()).isEqualTo(400);
        assertThat(locked.sentence()).startsWith("Too many wrong passwords");
        timePasses(Duration.ofMinutes(15));
        assertThat(signIn("nina", PASSWORD).status()).isEqualTo(200);
        assertThat(database.sql("select count(*) from audit_entry where action = 'platform.signInsHeld' and subject ="
                                + " 'nina'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void the_log_names_who_signed_in_and_for_whom_it_was_tried() {
        Logger log = (Logger) LoggerFactory.getLogger(SignInThrottle.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            signIn("nina", PASSWORD);
            signIn("nina", "a wrong one");
            signIn("nobody\nforged <line>", "a wrong one");
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The right password of nina came from 127.0.0.1.",
                        "A wrong password for nina came from 127.0.0.1.",
                        "A wrong password for nobody?forged??line? came from 127.0.0.1.");
    }

    @Test
    void guessing_from_elsewhere_keeps_nobody_out() {
        for (int guess = 0; guess < 60; guess++) {
            from("203.0.113." + guess % 7);
            try {
                identityService.checkPassword("nina", "guess " + guess);
            } catch (io.watchdesk.platform.Refused held) {
                assertThat(held).hasMessageContaining("wait");
            }
        }
        RequestContextHolder.resetRequestAttributes();

        assertThat(signIn("nina", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void an_address_that_guesses_many_names_waits_but_not_those_who_work_there() {
        from("203.0.113.9");
        assertThat(identityService.checkPassword("nina", PASSWORD)).isTrue();
        int held = 0;
        for (int guess = 0; guess < 80; guess++) {
            try {
                identityService.checkPassword("somebody" + guess, "guess");
            } catch (io.watchdesk.platform.Refused waiting) {
                held++;
            }
        }

        assertThat(held).isGreaterThan(20);
        assertThat(identityService.checkPassword("nina", PASSWORD)).isTrue();
    }

    @Test
    void a_session_begins_anew_at_the_sign_in_and_ends_with_the_password() {
        CookieManager cookies = new CookieManager();
        TasklistClient nina = new TasklistClient(at("/"), cookies);
        nina.get("/camunda/app/tasklist/default/");
        String before = session(cookies);
        signIn(nina, "nina", PASSWORD);
        String after = session(cookies);

        assertThat(after).isNotEqualTo(before);
        assertThat(nina.get("/api/probe").status()).isEqualTo(200);
        User user = identityService.createUserQuery().userId("nina").singleResult();
        user.setPassword("another one, long enough");
        identityService.saveUser(user);
        assertThat(nina.get("/api/probe").status()).isEqualTo(401);
        assertThat(nina.engine("GET", "/task/count", null).status()).isEqualTo(401);
    }

    @Test
    void a_session_that_was_left_opens_nothing_to_whoever_has_its_cookies() {
        CookieManager cookies = new CookieManager();
        TasklistClient nina = new TasklistClient(at("/"), cookies);
        nina.get("/camunda/app/tasklist/default/");
        signIn(nina, "nina", PASSWORD);
        nina.get("/camunda/app/tasklist/default/");
        CookieManager copied = new CookieManager();
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> copied.getCookieStore().add(at("/"), cookie));
        TasklistClient thief = new TasklistClient(at("/"), copied);
        assertThat(thief.get("/api/probe").status()).isEqualTo(200);

        assertThat(nina.post("/camunda/api/admin/auth/user/default/logout", Map.of())
                        .status())
                .isLessThan(300);

        assertThat(thief.get("/api/probe").status()).isEqualTo(401);
        assertThat(thief.engine("GET", "/task/count", null).status()).isEqualTo(401);
        assertThat(thief.get("/desk/pipeline").status()).isEqualTo(302);
    }

    @Test
    void only_who_knows_the_own_password_changes_it() {
        TasklistClient nina = new TasklistClient(at("/"));
        nina.get("/camunda/app/tasklist/default/");
        signIn(nina, "nina", PASSWORD);
        nina.get("/camunda/app/tasklist/default/");
        String longOne = "seven lamps of bronze and one of glass ".repeat(5);

        for (Map<String, String> change : List.of(
                Map.of("password", longOne),
                Map.of("password", longOne, "authenticatedUserPassword", PASSWORD + "r"),
                Map.of("password", longOne, "authenticatedUserPassword", PASSWORD.toUpperCase(Locale.ROOT)))) {
            assertThat(nina.engine("PUT", "/user/nina/credentials", change).status())
                    .isEqualTo(400);
        }
        Map<String, String> known = Map.of("password", longOne, "authenticatedUserPassword", PASSWORD);
        assertThat(nina.engine("PUT", "/user/nina/credentials", known).status()).isEqualTo(204);

        assertThat(signIn("nina", PASSWORD).status()).isEqualTo(401);
        assertThat(signIn("nina", longOne.substring(0, longOne.length() - 1)).status())
                .isEqualTo(401);
        assertThat(signIn("nina", longOne).status()).isEqualTo(200);
    }

    @Test
    void what_the_sign_in_page_had_still_asked_for_takes_no_session_away() throws Exception {
        CookieManager cookies = new CookieManager();
        TasklistClient nina = new TasklistClient(at("/"), cookies);
        nina.get("/camunda/app/tasklist/default/");
        String before = session(cookies);
        signIn(nina, "nina", PASSWORD);

        HttpResponse<Void> overtaken = withSession(before, "/camunda/app/tasklist/locales/en.json?bust=7.24.0");

        assertThat(overtaken.statusCode()).isEqualTo(307);
        assertThat(overtaken.headers().allValues("Location"))
                .containsExactly("/camunda/app/tasklist/locales/en.json?bust=7.24.0");
        assertThat(overtaken.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(withSession(before, "//camunda/app/tasklist/default/").statusCode())
                .as("leads to no other server")
                .isNotEqualTo(307);
        timePasses(Duration.ofSeconds(31));
        assertThat(withSession(before, "/camunda/app/tasklist/locales/en.json").statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<Void> withSession(String session, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at(path))
                                .header("Cookie", "JSESSIONID=" + session)
                                .build(),
                        BodyHandlers.discarding());
    }

    @Test
    void a_role_that_was_taken_away_counts_no_more() {
        TasklistClient nina = TasklistClient.login(at("/"), "nina", PASSWORD);
        assertThat(nina.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        identityService.deleteMembership("nina", "writers");
        timePasses(Duration.ofSeconds(2));

        assertThat(nina.get("/camunda/app/tasklist/default/").status()).isEqualTo(403);
    }

    @Test
    void a_session_that_is_too_old_ends() throws Exception {
        TasklistClient nina = TasklistClient.login(at("/"), "nina", PASSWORD);
        assertThat(nina.get("/api/probe").status()).isEqualTo(200);
        var session = new org.springframework.mock.web.MockHttpSession() {
            @Override
            public long getCreationTime() {
                return System.currentTimeMillis() - Duration.ofHours(13).toMillis();
            }
        };
        org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil.getAuthsFromSession(session)
                .addOrReplace(
                        new org.camunda.bpm.webapp.impl.security.auth.UserAuthentication("nina", engine.getName()));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/probe");
        request.setSession(session);

        new SessionGuard(engine, Duration.ofHours(12), person -> false)
                .doFilter(
                        request,
                        new org.springframework.mock.web.MockHttpServletResponse(),
                        new org.springframework.mock.web.MockFilterChain());

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void who_signs_out_while_another_request_is_served_is_told_to_sign_in() throws Exception {
        SessionGuard guard = new SessionGuard(engine, Duration.ofHours(12), person -> false);
        var session = new org.springframework.mock.web.MockHttpSession();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/probe");
        request.setSession(session);
        request.setRequestedSessionId(session.getId());
        FilterChain other = (any, answer) -> {
            if (!session.isInvalid()) {
                session.invalidate();
            }
            session.getAttribute("anything");
        };
        var answer = new org.springframework.mock.web.MockHttpServletResponse();

        request.setRequestedSessionIdValid(false);
        guard.doFilter(request, answer, other);

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentAsString()).contains("Please sign in first.");
        MockHttpServletRequest valid = new MockHttpServletRequest("GET", "/api/probe");
        valid.setRequestedSessionIdValid(true);
        assertThatThrownBy(
                        () -> guard.doFilter(valid, new org.springframework.mock.web.MockHttpServletResponse(), other))
                .as("any other fault is a fault")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cookies_are_for_the_server_only() {
        Answer answer = new TasklistClient(at("/")).get("/camunda/app/welcome/default/");

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsPattern("JSESSIONID=[0-9A-F]{32};")
                        .contains("HttpOnly", "SameSite=Lax"));
        assertThat(answer.text()).doesNotContain("jsessionid");
    }

    private String stored(String person) {
        return ((UserEntity) identityService.createUserQuery().userId(person).singleResult()).getPassword();
    }

    private Answer signIn(String person, String password) {
        TasklistClient client = new TasklistClient(at("/"));
        client.get("/camunda/app/tasklist/default/");
        return signIn(client, person, password);
    }

    private static Answer signIn(TasklistClient client, String person, String password) {
        return client.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + encoded(person) + "&password=" + encoded(password)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String session(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static void from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
