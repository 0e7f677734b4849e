package io.watchdesk.screening.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PoolTier;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Screening as a step of content production, and what the writer then reads. */
class ScreenContentTest extends ProcessSpecification {

    private static final String WRITE_DRAFT = "UserTask_WriteDraft";
    private static final String SCREEN_CONTENT = "ServiceTask_ScreenContent";

    @Autowired
    private Drafting drafting;

    @Autowired
    private JdbcClient jdbc;

    private Piece piece;
    private ProcessInstance production;

    @BeforeEach
    void a_draft_waits_for_a_writer() {
        piece = as(
                "pia",
                () -> drafting.open(new Brief(
                        "spring",
                        Category.PRODUCT,
                        "everybody",
                        PoolTier.REGULAR,
                        Format.ARTICLE,
                        List.of("newsroom", "weibo"),
                        null,
                        "")));
        production = runtimeService
                .createProcessInstanceByKey("content-production")
                .businessKey(piece.id())
                .startBeforeActivity(WRITE_DRAFT)
                .setVariable("pieceId", piece.id())
                .setVariable("contentTitle", "spring")
                .setVariable("accountName", "Newsroom")
                .setVariable("planner", "pia")
                .setVariable("writer", null)
                .setVariable("draftDue", "2027-03-01T09:00:00Z")
                .execute();
    }

    @Test
    void a_blocked_text_goes_back_to_the_writer_who_reads_why() {
        writes("春天来了", "来玩老*虎*机，稳赚不赔！这是最好的一天。");

        jobRuns(SCREEN_CONTENT);

        assertThat(outcome()).isEqualTo("blocked");
        String task = task(WRITE_DRAFT).getId();
        JsonNode report = signedIn("wanda").get(findings(1, task)).json();
        assertThat(report.path("screened").asBoolean()).isTrue();
        assertThat(report.path("blocked").asBoolean()).isTrue();
        assertThat(report.path("listVersion").asText()).startsWith("L-");
        assertThat(report.path("findings").findValuesAsText("excerpt")).containsExactly("老*虎*机", "稳赚不赔", "最好");
        assertThat(report.path("findings").findValuesAsText("severity")).containsExactly("BLOCK", "BLOCK", "WARNING");
        assertThat(report.path("findings").get(0).path("start").asInt()).isEqualTo(2);
    }

    @Test
    void a_text_with_warnings_goes_on_to_people() {
        writes("春天来了", "这是最好的一天。");

        jobRuns(SCREEN_CONTENT);

        assertThat(outcome()).isEqualTo("findings");
        assertThat(taskService.createTaskQuery().taskDefinitionKey(WRITE_DRAFT).count())
                .isZero();
    }

    @Test
    void a_harmless_text_goes_on_to_people_as_well() {
        writes("春天来了", "公园里的花开了。");

        jobRuns(SCREEN_CONTENT);

        assertThat(outcome()).isEqualTo("clear");
        assertThat(pathOf(production.getId())).contains("CallActivity_ReviewContent");
    }

    @Test
    void without_a_usable_list_the_job_fails_and_nothing_is_called_clear() {
        writes("春天来了", "公园里的花开了。");
        int broken = jdbc.sql("select max(number) from screening_list")
                        .query(Integer.class)
                        .single()
                + 1;
        jdbc.sql("insert into screening_list (number, activated_at, activated_by) values (?, current_timestamp, 'x')")
                .param(broken)
                .update();
        try {
            assertThatThrownBy(() -> jobRuns(SCREEN_CONTENT)).hasMessageContaining("is empty");

            assertThat(outcome()).isNull();
            assertThat(managementService
                            .createJobQuery()
                            .activityId(SCREEN_CONTENT)
                            .withException()
                            .count())
                    .isOne();
        } finally {
            jdbc.sql("delete from screening_list where number = ?")
                    .param(broken)
                    .update();
        }
    }

    @Test
    void findings_are_shown_only_to_those_who_see_the_task_and_only_of_its_piece() {
        writes("春天来了", "稳赚不赔");
        jobRuns(SCREEN_CONTENT);
        String task = task(WRITE_DRAFT).getId();

        Answer stranger = signedIn("paul").get(findings(1, task));
        assertThat(stranger.status()).isEqualTo(400);
        assertThat(stranger.sentence()).contains("not yours to see");

        Answer other = signedIn("wanda").get("/api/pieces/C-1/versions/1/findings?taskId=" + task);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.sentence()).contains("not about piece C-1");

        JsonNode none = signedIn("wanda").get(findings(7, task)).json();
        assertThat(none.path("screened").asBoolean()).isFalse();
        assertThat(new TasklistClient(root()).get(findings(1, task)).status()).isEqualTo(401);
    }

    private void writes(String title, String body) {
        Draft.Text text = new Draft.Text(
                title,
                body,
                List.of(),
                List.of(),
                List.of(),
                AiDeclaration.NO,
                drafting.draft(piece.id()).revision());
        as("wanda", () -> drafting.save(piece.id(), text));
        completes("wanda", WRITE_DRAFT, Map.of());
    }

    private String outcome() {
        return (String) runtimeService.getVariable(production.getId(), "screeningOutcome");
    }

    private String findings(int version, String task) {
        return "/api/pieces/%s/versions/%d/findings?taskId=%s".formatted(piece.id(), version, task);
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(root(), person, person);
    }

    private URI root() {
        return URI.create("http://localhost:" + port + "/");
    }
}
