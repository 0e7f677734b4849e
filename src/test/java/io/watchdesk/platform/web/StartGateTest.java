package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.StartWatch;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was answered while this application started, which {@link StartWatch} has kept. */
class StartGateTest extends ApplicationSpecification {

    @Autowired
    private StartWatch start;

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/api/accounts", "/site"})
    void a_browser_sees_that_it_is_starting_and_asks_again_by_itself(String path) {
        Answer page = start.page(path);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("3");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.text())
                .contains("Watchdesk is starting, this page reloads by itself.", "http-equiv=\"refresh\"");
    }

    @Test
    void a_load_balancer_hears_that_it_lives_and_is_not_ready() {
        assertThat(start.page("/health/live").status()).isEqualTo(200);
        assertThat(start.page("/health/ready").status()).isEqualTo(503);
        assertThat(start.page("/health/ready").text()).contains("DOWN");
    }

    @Test
    void a_signal_is_not_taken_before_it_can_be_stored_and_is_new_when_it_is_sent_again() {
        assertThat(start.signal().status()).isEqualTo(503);

        SignalSender.Answer again = new SignalSender(at("/"), "monitor")
                .send(StartWatch.SIGNAL, Map.of("title", "The shop is down"), Instant.now());

        assertThat(again.status()).isEqualTo(202);
    }

    @Test
    void whoever_comes_later_is_served() {
        assertThat(new TasklistClient(at("/"))
                        .get("/camunda/app/tasklist/default/")
                        .status())
                .isEqualTo(200);
    }
}
