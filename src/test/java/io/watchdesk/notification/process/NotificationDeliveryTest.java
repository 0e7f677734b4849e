package io.watchdesk.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditEntry;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.MailNotSent;
import io.watchdesk.notification.Mails;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.notification.Postman;
import io.watchdesk.notification.ScriptedMailServer;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

class NotificationDeliveryTest extends ProcessSpecification {

    private static final String SEND = "ServiceTask_SendMail";

    @Autowired
    private Notifications notifications;

    @Autowired
    private Mails mails;

    @Autowired
    private Postman postman;

    @Autowired
    private AuditEntries audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JavaMailSenderImpl sender;

    /** Rows of other tests stay; a piece of its own keeps each story apart. */
    private final String piece = "C-" + UUID.randomUUID();

    @AfterEach
    void the_mail_server_is_the_usual_one() {
        sender.setPort(TestMail.server().getSmtp().getPort());
        identityService.deleteUser("ghost");
    }

    @Test
    void a_mail_leaves_once_and_only_after_the_transaction_that_wrote_it() throws Exception {
        transaction.executeWithoutResult(status -> {
            notifications.tellPerson("rita", waiting("Spring tea"));
            assertThat(received()).isEmpty();
        });

        assertThat(received()).isEmpty();
        assertThat(only().state()).isEqualTo(Mail.State.WAITING);
        ProcessInstance delivery = delivery();

        jobRuns(SEND);

        endedAt(delivery, "EndEvent_MailSent");
        passed(delivery, "StartEvent_MailWritten", SEND, "Gateway_MailServerTookIt");
        assertThat(received()).hasSize(1);
        assertThat(received().get(0).getAllRecipients()[0]).hasToString("rita@example.com");
        assertThat(received().get(0).getMessageID()).isEqualTo(only().messageId());
        assertThat(only().state()).isEqualTo(Mail.State.SENT);
        assertThat(only().sentAt()).isNotNull();

        assertThat(postman.deliver(only().id())).isEqualTo(Postman.Outcome.SENT);
        assertThat(received()).hasSize(1);
    }

    @Test
    void nothing_is_left_of_a_mail_when_its_transaction_rolls_back() {
        transaction.executeWithoutResult(status -> {
            notifications.tellGroup("reviewers", waiting("Spring tea"));
            status.setRollbackOnly();
        });

        assertThat(mails.newest(piece, null, 10)).isEmpty();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(NotificationDeliveryModel.PROCESS)
                        .count())
                .isZero();
    }

    @Test
    void chinese_and_emoji_arrive_as_they_were_written() throws Exception {
        String title = "春茶上市 🍵 من الشاي 𠮷 ".repeat(3).strip();

        notifications.tellPerson("rita", waiting(title));
        jobRuns(SEND);

        MimeMessage mail = received().get(0);
        assertThat(mail.getSubject()).isEqualTo("To do: Review content: " + title + " (" + piece + ")");
        assertThat(mail.getHeader("Subject")[0]).matches("\\p{ASCII}+");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).startsWith("multipart/");
        assertThat(only().text()).contains(title);
        assertThat(only().html()).contains(title);
        assertThat(parts(mail)).contains("text/plain; charset=UTF-8").contains("text/html;charset=UTF-8");
    }

    @Test
    void a_title_cannot_add_a_header_or_a_recipient() throws Exception {
        notifications.tellPerson("rita", waiting("Tea\r\nBcc: all@example.com\r\n\r\nbuy"));
        jobRuns(SEND);

        assertThat(received()).hasSize(1);
        assertThat(received().get(0).getHeader("Bcc")).isNull();
        assertThat(received().get(0).getSubject()).contains("Tea Bcc: all@example.com buy");
    }

    @Test
    void an_address_cannot_add_a_header_or_a_recipient() {
        somebody("ghost@example.com\r\nBcc: all@example.com");

        notifications.tellPerson("ghost", waiting("Tea"));
        ProcessInstance delivery = delivery();
        jobRuns(SEND);

        endedAt(delivery, "EndEvent_RecipientUnreachable");
        assertThat(received()).isEmpty();
        assertThat(only().state()).isEqualTo(Mail.State.UNDELIVERABLE);
    }

    @Test
    void a_person_without_an_address_is_noted_as_unreachable() {
        somebody(null);

        notifications.tellPerson("ghost", waiting("Tea"));
        ProcessInstance delivery = delivery();
        jobRuns(SEND);

        endedAt(delivery, "EndEvent_RecipientUnreachable");
        passed(delivery, "EndEvent_RecipientUnreachable");
        assertThat(only().state()).isEqualTo(Mail.State.UNDELIVERABLE);
        assertThat(only().problem()).isEqualTo("ghost has no mail address.");
        assertThat(only().attempts()).isZero();
        AuditEntry entry = audit.about(piece, 1).get(0);
        assertThat(entry.action()).isEqualTo("notification.recipientUnreachable");
        assertThat(entry.after()).contains(only().id(), "ghost has no mail address.");
    }

    @Test
    void an_address_that_the_server_refuses_for_good_is_not_tried_again() {
        try (ScriptedMailServer refusing = new ScriptedMailServer("550 5.1.1 No such user here")) {
            sender.setPort(refusing.port());
            notifications.tellPerson("rita", waiting("Tea"));
            ProcessInstance delivery = delivery();

            jobRuns(SEND);

            endedAt(delivery, "EndEvent_RecipientUnreachable");
            assertThat(refusing.heard()).anyMatch(command -> command.contains("rita@example.com"));
        }
        assertThat(only().state()).isEqualTo(Mail.State.UNDELIVERABLE);
        assertThat(only().problem())
                .contains("…@example.com", "550 5.1.1 No such user here")
                .doesNotContain("rita@example.com");
        assertThat(only().attempts()).isEqualTo(1);
        assertThat(audit.about(piece, 1)).hasSize(1);
    }

    @Test
    void a_server_that_is_down_is_tried_again_and_the_repeat_is_recognisable() throws Exception {
        theTimeIs(Instant.parse("2030-01-01T08:00:00Z"));
        sender.setPort(closedPort());
        notifications.tellPerson("rita", waiting("Tea"));
        String messageId = only().messageId();

        assertThatThrownBy(() -> jobRuns(SEND)).hasRootCauseInstanceOf(java.net.ConnectException.class);

        assertThat(only().state()).isEqualTo(Mail.State.FAILED);
        assertThat(only().attempts()).isEqualTo(1);
        assertThat(only().problem()).contains("Connection refused");
        assertThat(job().getDuedate().toInstant()).isEqualTo("2030-01-01T08:00:10Z");

        sender.setPort(TestMail.server().getSmtp().getPort());
        timePasses(Duration.ofSeconds(11));
        jobRuns(SEND);

        assertThat(received()).hasSize(1);
        assertThat(received().get(0).getMessageID()).isEqualTo(messageId);
        assertThat(only().state()).isEqualTo(Mail.State.SENT);
        assertThat(only().problem()).isNull();
        assertThat(only().attempts()).isEqualTo(2);
    }

    @Test
    void a_temporary_refusal_is_tried_again() {
        try (ScriptedMailServer busy = new ScriptedMailServer("451 4.3.0 Try again later")) {
            sender.setPort(busy.port());
            notifications.tellPerson("rita", waiting("Tea"));

            assertThatThrownBy(() -> jobRuns(SEND)).hasMessageEndingWith("was not sent: 451 4.3.0 Try again later");
        }
        assertThat(only().state()).isEqualTo(Mail.State.FAILED);
        assertThat(job().getRetries()).isPositive();
    }

    @Test
    void after_the_last_attempt_an_incident_names_the_mail() {
        theTimeIs(Instant.parse("2030-01-01T08:00:00Z"));
        sender.setPort(closedPort());
        notifications.tellPerson("rita", waiting("Tea"));
        List<Duration> waits = new java.util.ArrayList<>();

        while (job().getRetries() > 0) {
            Instant before = clock.instant();
            assertThatThrownBy(() -> jobRuns(SEND)).isInstanceOf(MailNotSent.class);
            if (job().getRetries() > 0) {
                theTimeIs(job().getDuedate().toInstant());
                waits.add(Duration.between(before, clock.instant()));
            }
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30));
        Incident incident = runtimeService.createIncidentQuery().singleResult();
        assertThat(incident.getActivityId()).isEqualTo(SEND);
        assertThat(incident.getIncidentMessage())
                .contains("Mail " + only().id() + " to rita at …@example.com", "Tea", "Connection refused");
        assertThat(only().attempts()).isEqualTo(6);
        assertThat(delivery().getBusinessKey()).isEqualTo(only().id());
    }

    private Message waiting(String title) {
        return new Message.TaskWaiting(piece, title, "t-1", "Review content", null);
    }

    private void somebody(String address) {
        User ghost = identityService.newUser("ghost");
        ghost.setEmail(address);
        ghost.setPassword("ghost");
        identityService.saveUser(ghost);
    }

    private Mail only() {
        List<Mail> found = mails.newest(piece, null, 10);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private ProcessInstance delivery() {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(only().id(), NotificationDeliveryModel.PROCESS)
                .singleResult();
    }

    private Job job() {
        return managementService.createJobQuery().activityId(SEND).singleResult();
    }

    private static List<MimeMessage> received() {
        return Arrays.asList(TestMail.server().getReceivedMessages());
    }

    private static String parts(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail);
    }

    private static int closedPort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
