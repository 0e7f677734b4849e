package io.watchdesk.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditControllerTest extends ApplicationSpecification {

    @Autowired
    private AuditLog audit;

    private final String subject = "C-" + UUID.randomUUID();

    @Test
    void managers_read_what_happened_to_a_piece_newest_first() {
        as("rita", () -> audit.record("test.opened", subject, null, Map.of("title", "春茶")));
        audit.record("test.closed", subject, "open", "closed");

        JsonNode entries = signedIn("max").get("/api/audit?subject=" + subject).json();

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).path("action").asText()).isEqualTo("test.closed");
        assertThat(entries.get(0).path("before").asText()).isEqualTo("open");
        assertThat(entries.get(1).path("actor").asText()).isEqualTo("rita");
        assertThat(entries.get(1).path("actorName").asText()).isEqualTo("Rita");
        assertThat(entries.get(1).path("before").isNull()).isTrue();
        assertThat(entries.get(1).path("after").path("title").asText()).isEqualTo("春茶");
    }

    @Test
    void a_manager_verifies_the_chain_while_work_goes_on() {
        audit.record("test.opened", subject, null, null);

        JsonNode finding = signedIn("max").get("/api/audit/verification").json();

        assertThat(finding.path("intact").asBoolean())
                .as(finding.path("sentence").asText())
                .isTrue();
        assertThat(finding.path("entries").asLong()).isPositive();
    }

    @Test
    void others_are_refused_with_a_sentence() {
        for (String path : new String[] {"/api/audit?subject=" + subject, "/api/audit/verification"}) {
            Answer refused = signedIn("rita").get(path);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.sentence()).isEqualTo("Only managers and administrators may read the audit log.");
            assertThat(new TasklistClient(at("/")).get(path).status()).isEqualTo(401);
        }
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(at("/"), person, person);
    }
}
