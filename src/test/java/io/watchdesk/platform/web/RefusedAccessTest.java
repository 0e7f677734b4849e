package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusedAccessTest extends ApplicationSpecification {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(RefusedAccess.class);

    @BeforeEach
    void listen() {
        // What other stories were refused a moment ago would only be counted.
        timePasses(Duration.ofMinutes(2));
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @Test
    void whoever_asks_for_what_is_not_theirs_is_in_the_log_and_more_of_it_is_counted() {
        TasklistClient wei = TasklistClient.login(at("/"), "wei", "wei");
        assertThat(wei.get("/camunda/api/admin/plugin/adminPlugins/nothing").status())
                .isEqualTo(403);
        assertThat(wei.withoutToken().post("/api/probe", Map.of()).status()).isEqualTo(403);
        timePasses(Duration.ofMinutes(2));
        assertThat(wei.get("/camunda/api/admin/plugin/adminPlugins/nothing").status())
                .isEqualTo(403);

        String line = "GET /camunda/api/admin/plugin/adminPlugins/nothing by wei from 127.0.0.1 was refused with 403.";
        List<String> own = lines(3);
        assertThat(own).startsWith(line).endsWith(line);
        assertThat(own.get(1)).startsWith("1 more requests by wei from 127.0.0.1 were refused with 403 since 2");
    }

    @Test
    void whoever_is_not_signed_in_is_in_the_log_without_what_opens_a_door() {
        TasklistClient stranger = new TasklistClient(at("/"));

        assertThat(stranger.get("/api/crises/0123456789abcdef0123456789abcdef?token=x")
                        .status())
                .isEqualTo(401);

        assertThat(lines(1))
                .containsExactly("GET /api/crises/... by nobody who is signed in from 127.0.0.1 was refused with 401.");
    }

    /** The last ones; before them stands what other stories were refused and nobody has told yet. */
    private List<String> lines(int count) {
        List<String> all =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        return all.subList(all.size() - count, all.size());
    }
}
