package io.watchdesk.escalation.selfwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** The self-watch in the settings: an alarm that could not be told stops the start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SelfWatchSettingsCheckTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void nothing_set_is_fine() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void an_alarm_hook_must_be_one_of_the_hooks() {
        environment.setProperty("watchdesk.self-watch.alarm-hook", "night");
        assertThat(problems()).singleElement().asString().contains("alarm-hook", "one of watchdesk.chat.hooks");

        environment.setProperty("watchdesk.chat.hooks[0].id", "day");
        environment.setProperty("watchdesk.chat.hooks[1].id", "night");
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, inside {1}: {2} problems")
    @CsvSource({
        "https://watch.example.com/ping, false, 0",
        "http://watch.example.com/ping, false, 1",
        "http://watch.internal/ping, true, 0",
        "ftp://watch.example.com/ping, true, 1",
        "/ping, false, 1"
    })
    void the_heartbeat_goes_to_an_address_that_hears_it(String address, String inside, int expected) {
        environment.setProperty("watchdesk.self-watch.heartbeat-url", address);
        environment.setProperty("watchdesk.self-watch.heartbeat-inside", inside);

        assertThat(problems()).hasSize(expected);
    }

    private List<String> problems() {
        return new SelfWatchSettingsCheck().problems(environment);
    }
}
