package io.watchdesk.signal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.signal.Reports;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TasklistClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignalReportTest extends ProcessSpecification {

    @Autowired
    private Signals signals;

    @Autowired
    private Reports reports;

    @Autowired
    private Mails mails;

    private StandInAssessment assessment;

    @BeforeEach
    void an_assessment() {
        assessment = new StandInAssessment(repositoryService, runtimeService);
    }

    @AfterEach
    void no_assessment() {
        assessment.close();
    }

    @Test
    void what_somebody_reports_is_stored_with_everything_they_know() {
        Map<String, Object> answers = report("用户投诉保温杯漏水 😡 " + UUID.randomUUID());
        answers.put("signalText", "Three posts\nin one hour.");
        answers.put("signalLink", "https://weibo.example/1");
        answers.put("account", "newsroom");
        answers.put("topic", "保温杯");
        answers.put("harm", "serviceFault");
        answers.put("platforms", 3);
        answers.put("hotSearch", "");

        ProcessInstance instance = starts("wei", SignalReportModel.PROCESS, null, answers);

        endedAt(instance, "EndEvent_SignalReceived");
        Signal signal = as("wei", () -> reports.mine()).get(0);
        assertThat(instanceOf(SignalReportModel.PROCESS, signal.id()).getId()).isEqualTo(instance.getId());
        assertThat(signal)
                .returns("report", Signal::source)
                .returns(answers.get("signalTitle"), Signal::title)
                .returns("Three posts\nin one hour.", Signal::text)
                .returns("https://weibo.example/1", Signal::link)
                .returns("newsroom", Signal::account)
                .returns("保温杯", Signal::topic)
                .returns(Map.of("harm", "serviceFault", "platforms", "3"), Signal::facts);
        assertThat(signal.occurredAt()).isEqualTo(signal.receivedAt());
    }

    @Test
    void the_same_report_sent_twice_is_one_signal() {
        Map<String, Object> answers = report("Twice " + UUID.randomUUID());

        starts("wei", SignalReportModel.PROCESS, null, answers);
        starts("wei", SignalReportModel.PROCESS, null, answers);
        starts("wanda", SignalReportModel.PROCESS, null, answers);

        assertThat(titles("wei")).filteredOn(answers.get("signalTitle")::equals).hasSize(1);
        assertThat(titles("wanda"))
                .filteredOn(answers.get("signalTitle")::equals)
                .hasSize(1);
    }

    @Test
    void the_reporter_reads_what_became_of_it_by_mail_and_in_the_form() {
        Map<String, Object> answers = report("Leaking " + UUID.randomUUID());
        String id = instanceKey(starts("wei", SignalReportModel.PROCESS, null, answers));

        as("wanda", () -> signals.moveTo(id, Signal.State.ASSESSING, null));
        assertThat(mailsAbout(id)).isEmpty();
        as("wanda", () -> signals.moveTo(id, Signal.State.IN_CRISIS, "CR-5099"));
        as("wanda", () -> signals.moveTo(id, Signal.State.IN_CRISIS, "CR-5099"));

        assertThat(mailsAbout(id)).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("wei");
            assertThat(mail.subject()).startsWith("Your report: Leaking").endsWith("(" + id + ")");
            assertThat(mail.text()).contains("It belongs to the crisis CR-5099.");
        });
        TasklistClient wei = TasklistClient.login(URI.create("http://localhost:" + port + "/"), "wei", "wei");
        JsonNode shown = wei.get("/api/signals/mine").json().path(0);
        assertThat(shown.path("id").asText()).isEqualTo(id);
        assertThat(shown.path("what").asText()).isEqualTo("It belongs to the crisis CR-5099.");
        assertThat(new TasklistClient(URI.create("http://localhost:" + port + "/"))
                        .get("/api/signals/mine")
                        .status())
                .isEqualTo(401);
    }

    private String instanceKey(ProcessInstance instance) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private List<Mail> mailsAbout(String id) {
        return mails.newest(id, null, 10);
    }

    @Test
    void a_report_that_says_nothing_or_too_much_is_refused_at_the_form() {
        Map<String, Object> tooLong = report("Too long");
        tooLong.put("signalText", "长".repeat(4001));
        Map<String, Object> elsewhere = report("Elsewhere");
        elsewhere.put("account", "nobodys");

        refused(report("  "), "Say in one line what happened.");
        refused(report("x".repeat(201)), "at most 200 characters");
        refused(tooLong, "at most 4,000 characters");
        refused(elsewhere, "There is no account \"nobodys\"");
    }

    private void refused(Map<String, Object> answers, String sentence) {
        assertThatThrownBy(() -> starts("wei", SignalReportModel.PROCESS, null, answers))
                .hasMessageContaining(sentence);
    }

    private List<String> titles(String person) {
        return as(person, () -> reports.mine()).stream().map(Signal::title).toList();
    }

    private static Map<String, Object> report(String title) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("signalTitle", title);
        return answers;
    }
}
