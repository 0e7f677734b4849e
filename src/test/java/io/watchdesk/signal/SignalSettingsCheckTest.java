package io.watchdesk.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalSettingsCheckTest {

    private static final String SOURCE = "watchdesk.signals.sources[0].";
    private static final String SECRET = "whsec_dGhlIHNlY3JldCB0aGF0IGlzIHVzZWQgdG9kYXk=";

    @Test
    void all_four_ways_are_right_with_what_they_need_and_nothing_more() {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("watchdesk.accounts[0].id", "newsroom"));
        settings.put("watchdesk.signals.sources[0].id", "monitor");
        settings.put("watchdesk.signals.sources[0].account", "newsroom");
        settings.put("watchdesk.signals.sources[0].webhook.secrets[0]", SECRET);
        settings.put("watchdesk.signals.sources[1].id", "prometheus");
        settings.put("watchdesk.signals.sources[1].alertmanager.tokens[0]", "sixteen-or-more-characters");
        settings.put("watchdesk.signals.sources[2].id", "postbox");
        settings.put("watchdesk.signals.sources[2].mailbox.host", "imap.example.com");
        settings.put("watchdesk.signals.sources[2].mailbox.user", "signals");
        settings.put("watchdesk.signals.sources[2].mailbox.password", "x");
        settings.put("watchdesk.signals.sources[3].id", "news");
        settings.put("watchdesk.signals.sources[3].feed.url", "https://news.example.com/feed.xml");
        settings.put("watchdesk.signals.sources[3].feed.keywords", "保温杯, recall");

        assertThat(problems(settings)).isEmpty();
        SignalSettings bound = new io.watchdesk.platform.Settings(environment(settings))
                .bindOrCreate("watchdesk.signals", Bindable.of(SignalSettings.class));
        assertThat(bound.sources()).hasSize(4);
        assertThat(bound.sources().get(3).feed().keywords()).containsExactly("保温杯", "recall");
        assertThat(bound.quotaOf(bound.sources().get(0))).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | Not An Id | must be small letters",
                "id | report | must not be \"report\"",
                "account | nobodys | must be the id of one of watchdesk.accounts",
                "quota | 0 | must be 1 or more",
                "webhook.secrets[0] | hunter2 | must be whsec_ followed by the base64 of 24 to 64 random bytes",
                "webhook.secrets[0] | whsec_c2hvcnQ= | must be whsec_ followed by",
                "webhook.secrets[1] | whsec_%%% | must be whsec_ followed by",
                "feed.url | https://a.example/ | it must have exactly one of webhook, alertmanager, mailbox, feed; it has webhook and feed",
            })
    void a_wrong_source_is_told_with_key_and_remedy_and_without_its_secrets(String key, String value, String remedy) {
        Map<String, Object> settings = source("webhook.secrets[0]", SECRET);
        settings.put(SOURCE + key, value);

        assertThat(problems(settings))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(remedy)
                        .startsWith("watchdesk.signals.sources[0]")
                        .doesNotContain("hunter2", "c2hvcnQ"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alertmanager.account-label | a | alertmanager.tokens is not set: it must be a list of at least one token",
                "alertmanager.user | a | alertmanager.passwords is not set: it must be given together with user",
                "alertmanager.tokens[0] | short | must have at least 16 characters",
                "mailbox.host | a | mailbox.user is not set: it must not be empty",
                "feed.url | ftp://a/b | must be an address such as",
                "feed.url | https://user:pass@a/b | must be an address such as",
                "feed.url | https://a/b | feed.keywords is not set: it must be a list of at least one word",
                "webhook | '' | webhook.secrets is not set: it must be a list of at least one secret",
                "topic | x | it must have exactly one of webhook, alertmanager, mailbox, feed; it has none",
            })
    void what_a_way_needs_is_told(String key, String value, String remedy) {
        assertThat(problems(source(key, value)))
                .anySatisfy(line -> assertThat(line).contains(remedy));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quota | 0 | must be 1 or more",
                "quota-window | PT0S | must be at least 1s",
                "flood-window | -PT1H | must be at least 1s",
                "tolerance | PT0S | must be at least 1s",
                "sweep-every | PT0.5S | must be at least 1s",
                "unreachable-after | PT0S | must be at least 1s",
                "body-limit | 0B | must be more than nothing and at most 1MB",
                "body-limit | 2MB | must be more than nothing and at most 1MB",
                "spike.window | PT0S | must be at least 1s",
                "spike.baseline | PT0S | must be at least 1s",
                "spike.usual-at-least | 0 | must be more than 0",
                "spike.usual-at-least | NaN | must be more than 0",
            })
    void a_wrong_number_of_all_sources_is_told(String key, String value, String remedy) {
        assertThat(problems(Map.of("watchdesk.signals." + key, value)))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("watchdesk.signals." + key, remedy));
    }

    @Test
    void two_sources_with_one_id_are_told_and_every_problem_at_once() {
        Map<String, Object> settings = source("webhook.secrets[0]", SECRET);
        settings.put("watchdesk.signals.sources[1].id", "monitor");
        settings.put("watchdesk.signals.sources[1].mailbox.port", "70000");
        settings.put("watchdesk.signals.tolerance", "PT0S");

        assertThat(problems(settings))
                .hasSize(6)
                .anyMatch(line -> line.contains("must differ from the id of every other source"));
    }

    private static Map<String, Object> source(String key, String value) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(SOURCE + "id", "monitor");
        settings.put(SOURCE + key, value);
        return settings;
    }

    private static List<String> problems(Map<String, Object> settings) {
        return new SignalSettingsCheck().problems(environment(settings));
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings of the test", settings));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
