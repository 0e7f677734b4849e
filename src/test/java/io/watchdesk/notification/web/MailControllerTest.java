package io.watchdesk.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailControllerTest extends ApplicationSpecification {

    @Autowired
    private Notifications notifications;

    private final String piece = "C-" + UUID.randomUUID();

    @Test
    void a_manager_sees_who_was_told_and_that_it_arrived() throws Exception {
        notifications.tellGroup("reviewers", new Message.Published(piece, "Spring tea", "Site", null));
        TasklistClient max = TasklistClient.login(at("/"), "max", "max");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        max.get("/api/mails?state=sent&piece=" + piece).json().size() == 2);

        JsonNode sent = max.get("/api/mails?piece=" + piece).json().get(0);
        assertThat(sent.path("kind").asText()).isEqualTo("Published");
        assertThat(sent.path("recipient").asText()).isIn("rita", "remy");
        assertThat(sent.path("attempts").asInt()).isEqualTo(1);
        assertThat(sent.has("text")).isFalse();
        assertThat(mail().getReceivedMessages()).hasSize(2);
        assertThat(max.get("/api/mails?state=lost").sentence()).contains("\"lost\" is not one of");
    }

    @Test
    void others_are_refused_with_a_sentence() {
        TasklistClient rita = TasklistClient.login(at("/"), "rita", "rita");

        assertThat(rita.get("/api/mails").status()).isEqualTo(400);
        assertThat(rita.get("/api/mails").sentence()).startsWith("Only managers and administrators");
    }
}
