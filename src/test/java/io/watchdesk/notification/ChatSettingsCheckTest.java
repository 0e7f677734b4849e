package io.watchdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChatSettingsCheckTest {

    private static final String HOOK = "watchdesk.chat.hooks[0].";

    @Test
    void a_complete_hook_is_fine() {
        assertThat(problems(hook())).isEmpty();
        assertThat(problems(new MockEnvironment())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | Ops Room | must be small letters",
                "secret-url | http://qyapi.weixin.qq.com/x?key=1 | must begin with https://",
                "secret-url | https://evil.example.com/x?key=1 | must lead to qyapi.weixin.qq.com",
                "secret-url | https://user@qyapi.weixin.qq.com/ | must be the complete address",
                "secret-url | /send?key=1 | must be the complete address",
                "signing-secret | whsec_not base64 | must go on in Base64",
            })
    void a_wrong_setting_is_told_and_its_secret_is_not(String key, String value, String remedy) {
        MockEnvironment environment = hook();
        environment.setProperty(HOOK + key, value);

        assertThat(problems(environment))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).contains(HOOK + key, remedy).doesNotContain("key=1", "not base64"));
    }

    @Test
    void a_server_of_ones_own_needs_leave_and_json_needs_a_secret() {
        MockEnvironment environment = hook();
        environment.setProperty(HOOK + "secret-url", "http://chat.intranet:8065/hooks/x");
        environment.setProperty(HOOK + "inside", "true");
        assertThat(problems(environment)).isEmpty();

        environment.setProperty(HOOK + "service", "json");
        assertThat(problems(environment))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("signing-secret is not set"));
    }

    @Test
    void two_hooks_have_two_ids() {
        MockEnvironment environment = hook();
        environment.setProperty("watchdesk.chat.hooks[1].id", "ops-room");
        environment.setProperty("watchdesk.chat.hooks[1].service", "slack");
        environment.setProperty("watchdesk.chat.hooks[1].secret-url", "https://hooks.slack.com/services/x");
        environment.setProperty("watchdesk.chat.timeout", "1m");

        assertThat(problems(environment))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("must differ"))
                .anyMatch(problem -> problem.contains("at most PT15S"));
    }

    private static MockEnvironment hook() {
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty(HOOK + "id", "ops-room");
        environment.setProperty(HOOK + "service", "wecom");
        environment.setProperty(HOOK + "secret-url", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1");
        return environment;
    }

    private static List<String> problems(MockEnvironment environment) {
        return new ChatSettingsCheck().problems(environment);
    }
}
