package io.watchdesk.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsGateTest {

    @Test
    void the_settings_of_this_repository_are_right() {
        assertThat(problems(Map.of())).isEmpty();
        assertThat(problems(Map.of("spring.profiles.active", "demo"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "watchdesk.base-url | ftp://a | must be the address people open",
                "watchdesk.base-url | watchdesk.example.com | must be the address people open",
                "watchdesk.base-url | https://a/?b | must be the address people open",
                "watchdesk.base-url | 'https://a b' | must be the address people open",
                "watchdesk.base-url | ${NOT_SET_ANYWHERE} | refers to something that is not set",
                "watchdesk.bas-url | https://a.example | is not known; perhaps watchdesk.base-url is meant",
                "watchdesk.telepathy | true | is not known.",
                "watchdesk.accounts[0].colour | red | is not known",
                "watchdesk.accounts[0].zoen | Asia/Shanghai | is not known; perhaps watchdesk.accounts[0].zone is"
                        + " meant",
                "watchdesk.accounts[0].zone | Mars/Olympus | must be a time zone such as Asia/Shanghai",
                "watchdesk.accounts[0].channel | pigeon | must be one of site, manual",
                "watchdesk.accounts[0].country | Atlantis | must be an ISO 3166 country code",
                "watchdesk.accounts[0].work-from | 1080 | must be a time of day",
                "watchdesk.accounts[0].work-to | 25:00 | must be a time of day",
                "watchdesk.accounts[0].work-to | 03:00 | must be later than work-from, 09:00",
                "watchdesk.accounts[0].work-days[0] | someday | must be one of monday, tuesday",
                "watchdesk.accounts[0].grace | soon | must be a time span",
                "watchdesk.accounts[0].grace | -PT1M | must not be negative",
                "watchdesk.accounts[0].title-limit | many | must be a whole number",
                "watchdesk.accounts[0].body-limit | 0 | must be 1 or more",
                "watchdesk.accounts[0].id | Not An Id | must be small letters, digits and single dashes",
                "watchdesk.accounts[1].id | first | must differ from the id of every other account",
                "watchdesk.accounts[1].name | No id | watchdesk.accounts[1].id is not set: it must be small letters",
                "watchdesk.crisis.fallback-person | '' | must be the id of the person who is paged",
                "watchdesk.crisis.link-valid | 1m | must be",
                "watchdesk.mail.from | '' | must not be blank",
                "watchdesk.content.title-limit | x | must be a whole number",
                "watchdesk.content.draft-time | later | must be a time span",
                "watchdesk.data-directory | /dev/null/data | must be a directory that this user can write to",
                "spring.mail.host | mail.example.com/inbox | must be the name of a mail server",
                "spring.mail.port | 70000 | must be a port from 1 to 65535",
                "spring.mail.port | smtp | must be a port from 1 to 65535",
                "server.port | 70000 | must be a port from 1 to 65535",
                "camunda.bpm.authorization.enabled | false | must be true",
                "spring.datasource.url | jdbc:h2:file:./data/x;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE |"
                        + " must contain ;WRITE_DELAY=0",
                "spring.datasource.url | jdbc:h2:./x;WRITE_DELAY=05;OPTIMIZE_REUSE_RESULTS=FALSE | must contain"
                        + " ;WRITE_DELAY=0",
                "spring.datasource.url | jdbc:h2:./x;WRITE_DELAY=0 | must contain ;OPTIMIZE_REUSE_RESULTS=FALSE",
                "spring.datasource.url | jdbc:h2:file:./x;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE | must contain"
                        + " ;DB_CLOSE_ON_EXIT=FALSE",
                "spring.datasource.url | jdbc:h2:./x;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;AUTO_SERVER=TRUE |"
                        + " several processes need PostgreSQL",
                "spring.datasource.url | jdbc:h2:./x;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;FILE_LOCK=NO | a"
                        + " second process would damage the file",
                "spring.datasource.url | jdbc:h2:./x;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_MODE=0 |"
                        + " unfinished work",
                "spring.datasource.url | jdbc:h2:tcp://db/x;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE | must be a"
                        + " file of this machine",
                "camunda.bpm.job-execution.enabled | false | must be true, or nothing happens",
                "camunda.bpm.job-execution.deployment-aware | false | an older node must not run the models of a newer"
                        + " one",
                "camunda.bpm.job-execution.lock-time-in-millis | 1000 | must be 5000 or more",
                "camunda.bpm.auto-deployment-enabled | true | Watchdesk deploys its models itself",
                "camunda.bpm.history-level | none | must be full",
                "watchdesk.node.free-space | 100000TB | needs 104857600000 MB of free space",
                "watchdesk.node.free-space | much | must be a size",
                "watchdesk.node.clock-offset | 1ms | must be",
                "watchdesk.node.restored-from | yesterday | cannot be read",
                "watchdesk.backup.keep | 0 | must be greater than or equal to 1",
                "watchdesk.backup.every | -PT1H | must be",
                "spring.h2.console.enabled | true | must be false",
                "server.error.include-stacktrace | always | must be never",
                "server.error.include-message | on-param | must be never",
                "server.error.include-exception | true | must be false",
                "server.servlet.session.cookie.http-only | false | must be true",
                "camunda.bpm.webapp.header-security.content-security-policy-disabled | true | must be false",
                "watchdesk.admin.password | admin | must have 12 characters or more",
                "watchdesk.admin.password | password1234 | must have 12 characters or more",
                "watchdesk.sign-in.password-length | 4 | must be 8 or more",
                "watchdesk.sign-in.session-total | long | must be a time span",
                "watchdesk.web.body-limit | much | must be a size",
                "watchdesk.web.reserved-threads | 200 | must be 0 or more, and fewer than server.tomcat.threads.max (200)",
                "spring.datasource.url | jdbc:postgresql://db.example.com/watchdesk | must say how the way to another"
                        + " machine is guarded",
                "spring.datasource.url | jdbc:postgresql://localhost,db.example.com/watchdesk | add sslmode=verify-full",
                "spring.datasource.url | jdbc:postgresql://127.example.com/watchdesk | add sslmode=verify-full",
                "spring.datasource.url | jdbc:postgresql://db.example.com/watchdesk?sslmode=require | add sslmode=verify-full",
                "spring.datasource.url | jdbc:mysql://x/y | must start with jdbc:h2: or jdbc:postgresql:",
            })
    void a_wrong_setting_is_told_with_key_and_remedy(String key, String value, String remedy) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("watchdesk.accounts[0].id", "first"));
        settings.put("watchdesk.accounts[0].work-from", "09:00");
        settings.put(key, value);

        assertThat(problems(settings))
                .as("%s = %s", key, value)
                .singleElement()
                .satisfies(line -> assertThat(line).contains(key.replaceFirst("1]\\.name", "1].id"), remedy));
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(problems(Map.of(
                        "watchdesk.base-url", "nowhere",
                        "watchdesk.telepathy", "on",
                        "watchdesk.accounts[0].id", "first",
                        "watchdesk.accounts[0].zone", "Mars/Olympus",
                        "watchdesk.accounts[0].country", "XX",
                        "camunda.bpm.authorization.enabled", "no")))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("watchdesk.accounts[0].zone = \"Mars/Olympus\""));
    }

    @Test
    void the_demo_stays_on_this_machine() {
        assertThat(problems(Map.of("spring.profiles.active", "demo", "watchdesk.base-url", "https://desk.example.com")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("must be localhost in the profile demo"));
        assertThat(problems(Map.of("watchdesk.base-url", "https://desk.example.com")))
                .isEmpty();
        assertThat(problems(Map.of("spring.profiles.active", "demo", "server.address", "0.0.0.0")))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("server.address").contains("must be 127.0.0.1"));
        assertThat(problems(Map.of("spring.profiles.active", "demo"))).isEmpty();
    }

    @Test
    void passwords_and_sessions_do_not_travel_in_the_clear() {
        assertThat(problems(Map.of("watchdesk.base-url", "http://desk.example.com")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("must begin with https://"));
        assertThat(problems(Map.of("watchdesk.base-url", "http://127.0.0.1:9090")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "server.servlet.session.timeout, 0",
        "server.servlet.session.timeout, -1m",
        "server.servlet.session.timeout, 25h",
        "watchdesk.sign-in.session-total, PT0S",
        "watchdesk.sign-in.session-total, PT25H"
    })
    void a_session_ends(String key, String value) {
        assertThat(problems(Map.of(key, value)))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).startsWith(key).contains("must be more than 0 and at most 24 hours"));
    }

    @Test
    void mail_leaves_this_machine_only_encrypted_unless_somebody_says_so() {
        String required = "spring.mail.properties.mail.smtp.starttls.required";
        for (String here : List.of("localhost", "127.0.0.1", "127.1.2.3", "::1")) {
            assertThat(mail(Map.of("spring.mail.host", here)).containsProperty(required))
                    .as(here)
                    .isFalse();
        }
        assertThat(mail(Map.of()).containsProperty(required)).isFalse();
        assertThat(mail(Map.of("spring.mail.host", "mail.example.com")).getProperty(required))
                .isEqualTo("true");
        assertThat(mail(Map.of("spring.mail.host", "127.0.0.1.example.com")).getProperty(required))
                .isEqualTo("true");
        assertThat(mail(Map.of("spring.mail.host", "mail.example.com", required, "false"))
                        .getProperty(required))
                .isEqualTo("false");
        assertThat(mail(Map.of("spring.mail.host", "mail.example.com", "spring.mail.protocol", "smtps"))
                        .containsProperty(required))
                .isFalse();
    }

    private static StandardEnvironment mail(Map<String, Object> settings) {
        StandardEnvironment environment = environment(settings);
        MailDefaults.apply(environment);
        return environment;
    }

    @Test
    void cookies_follow_the_address_and_nobody_makes_them_weaker() {
        StandardEnvironment https = environment(Map.of("watchdesk.base-url", "https://desk.example.com"));
        AddressDefaults.apply(https);
        assertThat(https.getProperty("server.servlet.session.cookie.secure")).isEqualTo("true");
        assertThat(https.getProperty("camunda.bpm.webapp.csrf.enable-secure-cookie"))
                .isEqualTo("true");
        assertThat(https.containsProperty("camunda.bpm.webapp.header-security.hsts-disabled"))
                .as("Camunda's own header would stand in the place of ours and say less")
                .isFalse();
        assertThat(https.getProperty("server.forward-headers-strategy")).isEqualTo("native");
        Pattern believed = Pattern.compile(https.getProperty("server.tomcat.remoteip.internal-proxies"));
        assertThat(List.of("127.0.0.1", "0:0:0:0:0:0:0:1")).allMatch(believed.asMatchPredicate());
        assertThat(List.of("10.0.0.5", "192.168.1.5", "172.17.0.1", "203.0.113.7", "127.0.0.1.example.com"))
                .noneMatch(believed.asMatchPredicate());
        StandardEnvironment http = environment(Map.of());
        AddressDefaults.apply(http);
        assertThat(http.containsProperty("server.servlet.session.cookie.secure"))
                .isFalse();
        assertThat(http.containsProperty("server.forward-headers-strategy")).isFalse();
        assertThat(problems(Map.of(
                        "watchdesk.base-url",
                        "https://desk.example.com",
                        "server.servlet.session.cookie.secure",
                        "false")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("must be true where people come over https"));
    }

    @Test
    void a_password_for_the_mail_server_travels_encrypted() {
        Map<String, Object> open = Map.of("spring.mail.host", "mail.example.com", "spring.mail.password", "hunter2");
        assertThat(problems(open))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).contains("starttls.required").doesNotContain("hunter2"));
        Map<String, Object> safe = new LinkedHashMap<>(open);
        safe.put("spring.mail.properties.mail.smtp.starttls.required", "true");
        assertThat(problems(safe)).isEmpty();
    }

    @Test
    void nobody_takes_the_guards_of_the_engine_away() {
        assertThat(problems(Map.of(
                        "camunda.bpm.generic-properties.properties.enable-expressions-in-adhoc-queries", "true",
                        "camunda.bpm.generic-properties.properties.enableExpressionsInStoredQueries", "true",
                        "camunda.bpm.generic-properties.properties.query-max-results-limit", "9999999")))
                .hasSize(3)
                .allMatch(line -> line.contains("the guards stand on"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider.issuer | http://sso.example.com/realms/house | must start with https://",
                "provider.issuer | sso.example.com | must be the provider's issuer",
                "provider.client-id | '' | must be what the provider calls Watchdesk",
                "provider.client-secret | '' | must be the secret",
                "provider.scopes | profile | must contain openid",
                "provider.check-every | PT2H | must be more than nothing and not longer than trust-for",
                "provider.trust-for | soon | must be a time span",
                "provider.groups-clam | x | is not known; perhaps watchdesk.sign-in.provider.groups-claim is meant",
                "directory.urls[0] | ldaps://ldap.example.com | are both set",
                "groups[0].theirs | '' | must be the name of a group there",
                "groups[0].ours | writer | writer is none",
                "break-glass | breaker | must name the administrator of watchdesk.admin.id (founder)",
            })
    void single_sign_on_is_checked_before_anybody_is_kept_out(String key, String value, String remedy) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "watchdesk.sign-in.provider.issuer", "https://sso.example.com/realms/house",
                "watchdesk.sign-in.provider.client-id", "watchdesk",
                "watchdesk.sign-in.provider.client-secret", "hunter2",
                "watchdesk.sign-in.break-glass", "founder",
                "watchdesk.sign-in.groups[0].theirs", "/desk/admins",
                "watchdesk.sign-in.groups[0].ours", "camunda-admin"));
        assertThat(problems(settings)).isEmpty();
        settings.put("watchdesk.sign-in." + key, value);

        assertThat(problems(settings))
                .anySatisfy(line -> assertThat(line).contains(remedy))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urls[0] | http://ldap.example.com | must be like ldaps://",
                "urls[0] | ldap.example.com | must be like ldaps://",
                "people.base | people | must be a DN",
                "groups.base | '' | must be the entry above all groups",
                "people.filter | (uid= | must be an LDAP filter",
                "bind-password | '' | must be the password of bind-dn",
                "every | never | must be a time span",
                "start-tls | false | is not known",
            })
    void a_directory_is_checked_before_anybody_is_kept_out(String key, String value, String remedy) {
        String directory = "watchdesk.sign-in.directory.";
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                directory + "urls[0]",
                "ldaps://ldap.example.com",
                directory + "people.base",
                "ou=people,dc=example,dc=com",
                directory + "groups.base",
                "ou=groups,dc=example,dc=com",
                directory + "bind-dn",
                "cn=watchdesk,dc=example,dc=com",
                directory + "bind-password",
                "hunter2",
                "watchdesk.sign-in.groups[0].theirs",
                "writers",
                "watchdesk.sign-in.groups[0].ours",
                "writers",
                "watchdesk.sign-in.break-glass",
                "founder"));
        assertThat(problems(settings)).isEmpty();
        settings.put(directory + key, value);

        assertThat(problems(settings))
                .anySatisfy(line -> assertThat(line).contains(remedy))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void a_secret_is_never_shown() {
        assertThat(problems(Map.of("watchdesk.admin-passwort", "a", "watchdesk.some-password", "hunter2")))
                .hasSize(2)
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void other_spellings_of_a_key_are_the_same_key() {
        assertThat(problems(Map.of("watchdesk.baseUrl", "https://watchdesk.example.com")))
                .isEmpty();
        assertThat(problems(Map.of("watchdesk.accounts[0].id", "a", "watchdesk.accounts[0].workFrom", "08:00")))
                .isEmpty();
    }

    @Test
    void variables_that_a_platform_sets_by_itself_are_no_mistake_but_values_are_checked() {
        StandardEnvironment environment = environment(Map.of());
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of("WATCHDESK_SERVICE_HOST", "10.0.0.1", "WATCHDESK_BASEURL", "nowhere")));

        assertThat(SettingsGate.problems(environment))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("watchdesk.base-url"));
    }

    @Test
    void the_machine_s_time_zone_must_be_utc() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertThat(problems(Map.of()))
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line).startsWith("user.timezone = \"Asia/Shanghai\": it must be UTC"));
            TimeZone.setDefault(TimeZone.getTimeZone("Etc/UTC"));
            assertThat(problems(Map.of())).isEmpty();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static List<String> problems(Map<String, Object> settings) {
        return SettingsGate.problems(environment(settings));
    }

    /** The settings of the packaged application with these on top. */
    private static StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings of the test", settings));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
