package io.watchdesk.escalation.selfwatch;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.EscalationSettings;
import io.watchdesk.notification.Express;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.platform.OutgoingHttp;
import io.watchdesk.platform.Watched;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TestChat;
import io.watchdesk.testing.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Each thing that may leave a crisis silent is broken for real, in the real application, with a job executor that stands still. */
class SelfWatchTest extends ProcessSpecification {

    private static final String NODE = "node-one";

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Express express;

    @Autowired
    private OutgoingHttp http;

    @Autowired
    private SelfWatchBook book;

    @Autowired
    private OnCall onCall;

    @Autowired
    private EscalationSettings escalation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JavaMailSenderImpl sender;

    /** What other capabilities look after; the real ones tell of what other stories left. */
    private final List<Watched> others = new ArrayList<>();

    private final List<Watched> machine = new ArrayList<>();
    private Crisis crisis;
    private SelfWatch watch;

    @BeforeEach
    void all_is_well() {
        theTimeIs(Instant.parse("2050-01-01T03:10:00Z"));
        jdbc.sql("delete from self_watch_alarm").update();
        jdbc.sql("delete from mail").update();
        jdbc.sql("update crisis set state = 'CLOSED', closed_at = opened_at where state in ('OPEN', 'CLOSING')")
                .update();
        jdbc.sql("update self_watch_node set seen_at = timestamp with time zone '2000-01-01 00:00:00+00:00'")
                .update();
        watch = watch(List.of());
        crisis = null;
    }

    @AfterEach
    void the_usual_mail_server() {
        sender.setPort(TestMail.server().getSmtp().getPort());
    }

    @Test
    void while_all_is_well_a_heartbeat_goes_out_and_nothing_else() {
        watch.look(NODE);
        timePasses(Duration.ofSeconds(30));
        watch.look(NODE);

        TestChat.server().verify(2, getRequestedFor(urlEqualTo("/heartbeat")));
        assertThat(mails()).isEmpty();
        assertThat(processes()).as("nothing of it uses the engine").isZero();
    }

    @Test
    void what_another_capability_watches_is_told_like_the_rest() throws Exception {
        List<Watched.Trouble> troubles =
                new ArrayList<>(List.of(new Watched.Trouble("cellar wet", "There is water in the cellar.")));
        others.add(() -> troubles);

        watch.look(NODE);
        assertThat(TestMail.text(mails().get(0))).contains("There is water in the cellar.");

        troubles.clear();
        watch.look(NODE);
        assertThat(TestMail.text(mails().get(1))).contains("Mended: There is water in the cellar.");
    }

    @Test
    void a_crisis_that_neither_a_person_nor_a_timer_looks_after_is_told_until_it_is_mended() throws Exception {
        declared();
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(crisis.id())
                .rootProcessInstances()
                .list()
                .forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "broken on purpose"));
        timePasses(Duration.ofMinutes(3));
        long processes = processes();

        watch.look(NODE);

        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).getAllRecipients()[0]).hasToString("admin@example.com");
        assertThat(mails().get(0).getSubject()).isEqualTo("ALARM: Watchdesk needs help, 1 finding");
        assertThat(TestMail.text(mails().get(0)))
                .contains("Leak (" + crisis.id() + ") is open, and neither a person nor a timer looks after it.");
        TestChat.server().verify(1, postRequestedFor(urlEqualTo("/room-three")));
        TestChat.server().verify(0, getRequestedFor(urlEqualTo("/heartbeat")));
        assertThat(processes()).as("nothing of it uses the engine").isEqualTo(processes);

        timePasses(Duration.ofMinutes(14));
        watch.look(NODE);
        assertThat(mails()).as("not yet again").hasSize(1);
        timePasses(Duration.ofMinutes(1));
        watch.look(NODE);
        assertThat(mails()).as("again after a quarter of an hour").hasSize(2);

        close();
        watch.look(NODE);
        assertThat(mails()).hasSize(3);
        assertThat(mails().get(2).getSubject()).isEqualTo("Mended: Watchdesk is well again, 1 finding");
        TestChat.server().verify(1, getRequestedFor(urlEqualTo("/heartbeat")));
        watch.look(NODE);
        assertThat(mails()).hasSize(3);
    }

    @Test
    void a_crisis_whose_holder_has_left_the_house_is_nobodys() {
        declared();
        isMemberOf("ghost", "oncall-tier-1");
        response.acknowledge(crisis.id(), "ghost", "test");
        identityService.deleteUser("ghost");
        managementService
                .createJobQuery()
                .list()
                .forEach(job -> managementService.setJobDuedate(job.getId(), Date.from(clock.instant())));
        timePasses(Duration.ofMinutes(3));
        List<String> before = sentences();

        jdbc.sql("update crisis set holder = 'olga' where id = ?")
                .param(crisis.id())
                .update();

        assertThat(before).anyMatch(sentence -> sentence.contains("is open, and neither a person nor a timer"));
        assertThat(sentences()).noneMatch(sentence -> sentence.contains("neither a person nor a timer"));
    }

    @Test
    void a_job_of_a_crisis_without_retries_is_told() {
        declared();
        Job job = managementService.createJobQuery().processDefinitionKey("crisis-escalation").list().stream()
                .findFirst()
                .orElseGet(() -> managementService.createJobQuery().list().stream()
                        .filter(each -> each.getProcessDefinitionKey().startsWith("crisis-"))
                        .findFirst()
                        .orElseThrow());
        managementService.setJobRetries(job.getId(), 0);

        assertThat(sentences())
                .anyMatch(sentence -> sentence.startsWith("1 step of " + job.getProcessDefinitionKey() + ": given up"));
        managementService.setJobRetries(job.getId(), 3);
        assertThat(sentences()).noneMatch(sentence -> sentence.contains("given up"));
    }

    @Test
    void a_job_of_any_process_without_retries_is_told_by_the_next_look() throws Exception {
        notifications.tellPerson("rita", new Message.Published("C-1", "Tea", "Site", null));
        Job job = managementService
                .createJobQuery()
                .processDefinitionKey("notification-delivery")
                .singleResult();
        managementService.setJobRetries(job.getId(), 0);

        watch.look(NODE);

        assertThat(TestMail.text(mails().get(0))).contains("1 step of notification-delivery: given up");
        managementService.setJobRetries(job.getId(), 1);
        watch.look(NODE);
        assertThat(mails().get(1).getSubject()).startsWith("Mended");
    }

    @Test
    void every_node_tells_of_its_own_machine_and_leaves_the_others_alone() throws Exception {
        watch.look("another node, which speaks");
        List<Watched.Trouble> concerns = new ArrayList<>(List.of(new Watched.Trouble("disk", "The disk is full.")));
        machine.add(ofThisMachine(() -> List.copyOf(concerns)));
        machine.add(ofThisMachine(() -> {
            throw new IllegalStateException("broken on purpose");
        }));
        machine.add(() -> List.of(new Watched.Trouble("all", "This belongs to all, whoever speaks.")));

        watch.look(NODE);
        assertThat(TestMail.text(mails().get(0))).contains("The disk is full.");
        assertThat(TestMail.text(mails().get(0))).doesNotContain("This belongs to all");
        TestChat.server().verify(1, getRequestedFor(urlEqualTo("/heartbeat")));

        new SelfWatch(
                        new SelfWatchLook(jdbc, onCall, settings(List.of()), clock, List.of()),
                        new NodeLook(List.of(), () -> "node-two"),
                        book,
                        new SelfWatchVoice(
                                express,
                                http,
                                book,
                                settings(List.of()),
                                escalation,
                                URI.create("https://desk.example.com")),
                        settings(List.of()),
                        transaction,
                        clock)
                .look("another node, which speaks");
        assertThat(mails())
                .as("the speaker mends nothing that is another machine's")
                .hasSize(1);

        concerns.clear();
        watch.look(NODE);
        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1).getSubject()).startsWith("Mended");
    }

    @Test
    void a_step_of_a_crisis_that_is_late_is_told() {
        declared();
        assertThat(sentences()).noneMatch(sentence -> sentence.contains("late"));

        timePasses(Duration.ofMinutes(3));

        assertThat(sentences()).anyMatch(sentence -> sentence.contains("more than 2 minutes late. The job executor"));
    }

    @Test
    void mail_that_does_not_move_is_told() {
        notifications.tellPerson("rita", new Message.Published("C-1", "Tea", "Site", null));
        assertThat(sentences()).isEmpty();

        timePasses(Duration.ofMinutes(3));

        assertThat(sentences()).anyMatch(sentence -> sentence.startsWith("1 mails wait for more than 2 minutes"));
        jdbc.sql("update mail set state = 'failed'").update();
        assertThat(sentences()).anyMatch(sentence -> sentence.contains("1 of them tried in vain"));
        jdbc.sql("update mail set state = 'sent', sent_at = created_at").update();
        assertThat(sentences()).isEmpty();
    }

    @Test
    void a_rota_with_nobody_on_call_is_told_and_repeated_more_rarely() {
        SelfWatch watching = watch(List.of("no-such-rota"));
        watching.look(NODE);
        timePasses(Duration.ofHours(5));
        watching.look(NODE);
        assertThat(mails()).hasSize(1);

        timePasses(Duration.ofHours(1));
        watching.look(NODE);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void a_check_that_cannot_be_made_is_an_alarm_too() throws Exception {
        OnCall broken = mock(OnCall.class);
        when(broken.at(any(), any())).thenThrow(new IllegalStateException("broken on purpose"));
        watch(List.of("oncall-tier-1"), broken).look(NODE);

        assertThat(TestMail.text(mails().get(0))).contains("The self-watch cannot check on-call rotas");
    }

    @Test
    void without_a_mail_server_the_room_is_told_and_the_mail_follows_when_it_is_back() throws Exception {
        SelfWatch watching = watch(List.of("no-such-rota"));
        sender.setPort(closedPort());
        watching.look(NODE);
        TestChat.server().verify(1, postRequestedFor(urlEqualTo("/room-three")));
        assertThat(mails()).isEmpty();

        TestChat.server().resetAll();
        jdbc.sql("delete from self_watch_alarm").update();
        watching.look(NODE);
        assertThat(book.alarms())
                .singleElement()
                .satisfies(
                        alarm -> assertThat(alarm.toldAt()).as("nobody took it").isNull());

        sender.setPort(TestMail.server().getSmtp().getPort());
        timePasses(Duration.ofSeconds(30));
        watching.look(NODE);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void of_two_nodes_one_speaks_and_a_dead_one_is_replaced() {
        SelfWatch watching = watch(List.of("no-such-rota"));
        watching.look(NODE);
        watching.look("node-two");
        assertThat(mails()).hasSize(1);

        timePasses(Duration.ofHours(6));
        watching.look(NODE);
        watching.look("node-two");
        assertThat(mails()).hasSize(2);

        timePasses(Duration.ofHours(6));
        watching.look("node-two");
        assertThat(mails()).as("the other was silent for three looks").hasSize(3);
        watching.look(NODE);
        assertThat(mails()).hasSize(3);
    }

    private void declared() {
        crisis = response.declare(new CrisisResponse.Declaration(
                "Leak",
                List.of("newsroom"),
                "leak " + UUID.randomUUID(),
                "dataLeak",
                Level.RED,
                List.of("Personal data is in the open."),
                Facts.UNKNOWN,
                null,
                Crisis.Mode.REAL,
                clock.instant()));
        // What people were told of their tasks waits for the job executor, which stands still.
        jdbc.sql("delete from mail").update();
    }

    private void close() {
        jdbc.sql("update crisis set state = 'CLOSED' where id = ?")
                .param(crisis.id())
                .update();
    }

    private List<String> sentences() {
        return new SelfWatchLook(jdbc, onCall, settings(List.of()), clock, others)
                .findings().stream().map(Finding::sentence).toList();
    }

    private SelfWatch watch(List<String> rotas) {
        return watch(rotas, onCall);
    }

    private SelfWatch watch(List<String> rotas, OnCall rota) {
        SelfWatchSettings settings = settings(rotas);
        return new SelfWatch(
                new SelfWatchLook(jdbc, rota, settings, clock, others),
                new NodeLook(machine, () -> "node-one"),
                book,
                new SelfWatchVoice(express, http, book, settings, escalation, URI.create("https://desk.example.com")),
                settings,
                transaction,
                clock);
    }

    private static SelfWatchSettings settings(List<String> rotas) {
        return new SelfWatchSettings(
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofHours(6),
                rotas,
                "room-three",
                URI.create(TestChat.server().baseUrl() + "/heartbeat"),
                true);
    }

    /** Deliveries of mails that the process itself sends; the stories' own crises apart. */
    private long processes() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("notification-delivery")
                .count();
    }

    private static List<MimeMessage> mails() {
        return Arrays.stream(TestMail.server().getReceivedMessages())
                .filter(mail -> subject(mail).contains("Watchdesk"))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Watched ofThisMachine(Watched look) {
        return new Watched() {
            @Override
            public List<Trouble> troubles() {
                return look.troubles();
            }

            @Override
            public boolean ofThisMachine() {
                return true;
            }
        };
    }
}
