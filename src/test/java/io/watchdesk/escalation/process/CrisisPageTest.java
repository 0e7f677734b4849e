package io.watchdesk.escalation.process;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.watchdesk.escalation.process.CrisisPageModel.END_PAGE_DELIVERED;
import static io.watchdesk.escalation.process.CrisisPageModel.END_PAGE_NO_LONGER_NEEDED;
import static io.watchdesk.escalation.process.CrisisPageModel.SERVICE_SEND_PAGE;
import static io.watchdesk.escalation.process.CrisisPageModel.START_PAGE_REQUESTED;
import static io.watchdesk.escalation.process.CrisisPageModel.TIMER_ANSWER_OVERDUE;
import static io.watchdesk.escalation.process.CrisisPageModel.TIMER_BUNDLE_DUE;
import static io.watchdesk.escalation.process.CrisisPageModel.TIMER_RETRY_DUE;
import static io.watchdesk.escalation.process.CrisisPageModel.TIMER_SECOND_ADDRESS_DUE;
import static io.watchdesk.escalation.process.CrisisPageModel.TIMER_START_OVER_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.escalation.Paging;
import io.watchdesk.notification.ScriptedMailServer;
import io.watchdesk.oncall.ContactBook;
import io.watchdesk.oncall.Contacts.Address;
import io.watchdesk.oncall.Contacts.Kind;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TestChat;
import io.watchdesk.testing.TestMail;
import io.watchdesk.testing.TestPages;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class CrisisPageTest extends ProcessSpecification {

    private static final AtomicInteger STORY = new AtomicInteger();

    @Autowired
    private Paging paging;

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Timeline timeline;

    @Autowired
    private ContactBook contacts;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private JdbcClient jdbc;

    private Crisis crisis;

    @BeforeEach
    void a_crisis() {
        // Later than whatever other stories left, so that nobody was paged a moment ago.
        theTimeIs(Instant.parse("2040-01-01T03:10:00Z").plus(Duration.ofDays(STORY.incrementAndGet())));
        for (String person : List.of("olga", "otto", "admin")) {
            contacts.known(person).stream()
                    .filter(contact -> contact.dead() != null)
                    .forEach(contact -> as("admin", () -> contacts.revive(person, contact.address())));
            as(person, () -> contacts.change(person, List.of()));
        }
        crisis = declared("数据泄露 leak 🔥\r\nBcc: all@example.com", Crisis.Mode.REAL);
    }

    @AfterEach
    void the_usual_mail_server() {
        sender.setPort(TestMail.server().getSmtp().getPort());
        response.falseAlarm(crisis.id(), "The story is over.");
    }

    @Test
    void a_page_arrives_once_and_says_what_where_since_when_and_how_to_take_it() throws Exception {
        ProcessInstance page = paged(first("olga"));
        paged(first("otto"));

        assertThat(mails())
                .as("nothing leaves in the transaction that asks for it")
                .isEmpty();
        sent(page);

        endedAt(page, END_PAGE_DELIVERED);
        assertThat(mails()).hasSize(1);
        MimeMessage mail = mails().get(0);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("olga@example.com");
        assertThat(mail.getSubject()).isEqualTo("[RED] 数据泄露 leak 🔥 Bcc: all@example.com (" + crisis.id() + ")");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Priority")).containsExactly("1");
        assertThat(text(mail))
                .contains("You are on call on tier 1, and nobody has taken this yet.")
                .contains("What: ")
                .contains("Where: Newsroom")
                .contains("First seen: ")
                .contains("triage ")
                .contains("Also paged: Otto (tier 1)")
                .containsPattern("Take it:\\s+http://localhost")
                .contains("/camunda/app/tasklist/default/");
        assertThat(said()).anyMatch(text -> text.startsWith("Olga was reached by mail (…@example.com)"));
    }

    @Test
    void a_drill_is_marked_before_everything_else() throws Exception {
        response.falseAlarm(crisis.id(), "Another story.");
        crisis = declared("数据泄露", Crisis.Mode.DRILL);

        sent(paged(first("olga")));

        assertThat(mails().get(0).getSubject()).startsWith("[演练 DRILL] [RED] 数据泄露 (");
        assertThat(text(mails().get(0))).contains("[演练 DRILL] [RED] 数据泄露");
    }

    @Test
    void a_dead_server_is_tried_three_times_and_then_the_second_address() {
        reach("olga", chat("room-one"));
        sender.setPort(closedPort());
        ProcessInstance page = paged(first("olga"));

        sent(page);
        assertThat(waitFor(page, TIMER_RETRY_DUE)).isEqualTo(Duration.ofSeconds(15));
        fires(page, TIMER_RETRY_DUE);
        sends(page);
        assertThat(waitFor(page, TIMER_RETRY_DUE)).isEqualTo(Duration.ofSeconds(15));
        fires(page, TIMER_RETRY_DUE);
        sends(page);
        sends(page);

        endedAt(page, END_PAGE_DELIVERED);
        passed(page, "BusinessRuleTask_LookUpRetry", "Gateway_TryAgain");
        TestChat.server().verify(1, postRequestedFor(urlEqualTo("/room-one")));
        assertThat(said()).anyMatch(text -> text.startsWith("Olga was reached by chat (room-one)"));
    }

    @Test
    void an_address_that_refuses_for_good_is_marked_dead_and_never_tried_again() {
        reach("olga", chat("room-one"));
        try (ScriptedMailServer refusing = new ScriptedMailServer("550 5.1.1 No such user here")) {
            sender.setPort(refusing.port());
            ProcessInstance page = paged(first("olga"));

            sent(page);
            sends(page);

            endedAt(page, END_PAGE_DELIVERED);
            passed(page, "ServiceTask_MarkAddressDead");
        }
        assertThat(contacts.of("olga")).containsExactly(chat("room-one"));
        assertThat(said()).anyMatch(text -> text.contains("…@example.com of Olga refuses pages for good"));
    }

    @Test
    void who_cannot_be_reached_is_followed_by_the_next_of_the_tier() throws Exception {
        contacts.markDead("olga", mail("olga@example.com"), "It refused.");

        ProcessInstance page = paged(request("olga", Paging.Kind.FIRST, 1, List.of("otto"), null));
        sent(page);

        endedAt(page, END_PAGE_DELIVERED);
        assertThat(mails().get(0).getAllRecipients()[0]).hasToString("otto@example.com");
        assertThat(text(mails().get(0))).contains("Olga cannot be reached, and you are next on tier 1.");
    }

    @Test
    void when_nobody_of_the_tier_is_reached_the_fallback_person_is_paged_and_the_time_line_says_so() throws Exception {
        contacts.markDead("olga", mail("olga@example.com"), "It refused.");
        contacts.markDead("otto", mail("otto@example.com"), "It refused.");

        ProcessInstance page = paged(request("olga", Paging.Kind.FIRST, 1, List.of("otto"), null));
        sent(page);

        endedAt(page, END_PAGE_DELIVERED);
        passed(page, "ServiceTask_ReportTierUnreachable");
        assertThat(mails().get(0).getAllRecipients()[0]).hasToString("admin@example.com");
        assertThat(text(mails().get(0))).contains("you are the fallback person");
        assertThat(said())
                .anyMatch(text ->
                        text.startsWith("Nothing was delivered to Olga or the others of tier 1. The fallback person,"));
    }

    @Test
    void when_nobody_at_all_is_reached_it_starts_over_until_somebody_is() {
        for (String person : List.of("olga", "admin")) {
            contacts.markDead(person, mail(person + "@example.com"), "It refused.");
        }
        ProcessInstance page = paged(first("olga"));
        starts(page);

        passed(page, "ServiceTask_ReportNobodyReached");
        assertThat(said()).anyMatch(text -> text.startsWith("Nothing was delivered to anybody"));
        assertThat(waitFor(page, TIMER_START_OVER_DUE)).isEqualTo(Duration.ofMinutes(1));
        fires(page, TIMER_START_OVER_DUE);
        assertThat(waitFor(page, TIMER_START_OVER_DUE)).isEqualTo(Duration.ofMinutes(1));

        as("admin", () -> contacts.revive("olga", mail("olga@example.com")));
        fires(page, TIMER_START_OVER_DUE);
        sends(page);

        endedAt(page, END_PAGE_DELIVERED);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_page_that_was_lost_on_its_way_is_sent_again() throws Exception {
        TestPages.loseNext(1);
        ProcessInstance page = paged(first("olga"));

        sent(page);
        assertThat(waitFor(page, TIMER_ANSWER_OVERDUE)).isEqualTo(Duration.ofSeconds(20));
        fires(page, TIMER_ANSWER_OVERDUE);
        fires(page, TIMER_RETRY_DUE);
        sends(page);

        endedAt(page, END_PAGE_DELIVERED);
        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).getMessageID()).startsWith("<PG-");
    }

    @Test
    void a_page_that_arrived_after_everybody_had_been_tried_counts_as_delivered() {
        contacts.markDead("admin", mail("admin@example.com"), "It refused.");
        TestPages.loseNext(3);
        ProcessInstance page = paged(first("olga"));
        sent(page);
        for (int again = 0; again < 2; again++) {
            fires(page, TIMER_ANSWER_OVERDUE);
            fires(page, TIMER_RETRY_DUE);
            sends(page);
        }
        fires(page, TIMER_ANSWER_OVERDUE);
        passed(page, "ServiceTask_ReportNobodyReached");

        // The answer of the mail server comes at last.
        jdbc.sql("update crisis_page_attempt set outcome = 'delivered' where number = 3 and page_id in"
                        + " (select id from crisis_page where crisis_id = ?)")
                .param(crisis.id())
                .update();
        fires(page, TIMER_START_OVER_DUE);

        endedAt(page, END_PAGE_NO_LONGER_NEEDED);
        assertThat(jdbc.sql("select state from crisis_page where crisis_id = ?")
                        .param(crisis.id())
                        .query(String.class)
                        .list())
                .containsExactly("delivered");
        assertThat(said()).anyMatch(text -> text.startsWith("Olga was reached by mail (…@example.com)"));
    }

    @Test
    void at_half_time_the_second_address_is_paged_unless_somebody_has_taken_it() {
        reach("olga", chat("room-one"));
        Instant half = clock.instant().plus(Duration.ofSeconds(150));
        ProcessInstance page = paged(request("olga", Paging.Kind.FIRST, 1, List.of(), half));
        sent(page);
        TestChat.server().verify(0, postRequestedFor(anyUrl()));
        assertThat(waitFor(page, TIMER_SECOND_ADDRESS_DUE)).isEqualTo(Duration.ofSeconds(150));

        fires(page, TIMER_SECOND_ADDRESS_DUE);
        sends(page);

        endedAt(page, END_PAGE_DELIVERED);
        TestChat.server().verify(1, postRequestedFor(urlEqualTo("/room-one")));

        ProcessInstance other = paged(request("olga", Paging.Kind.FIRST, 2, List.of(), half.plusSeconds(150)));
        sent(other);
        response.acknowledge(crisis.id(), "olga", "test");
        fires(other, TIMER_SECOND_ADDRESS_DUE);

        endedAt(other, END_PAGE_NO_LONGER_NEEDED);
        TestChat.server().verify(1, postRequestedFor(urlEqualTo("/room-one")));
    }

    @Test
    void repeated_pages_of_several_crises_come_together_and_first_pages_never_wait() throws Exception {
        sent(paged(first("olga")));
        Crisis first = crisis;
        Crisis second = declared("Second", Crisis.Mode.REAL);
        sent(paged(request(second, "olga", Paging.Kind.FIRST, 1, List.of(), null)));
        assertThat(mails()).as("first pages are never bundled").hasSize(2);

        ProcessInstance repeat = paged(request(first, "olga", Paging.Kind.REPEAT, 2, List.of(), null));
        ProcessInstance another = paged(request(second, "olga", Paging.Kind.REPEAT, 2, List.of(), null));
        starts(repeat);
        starts(another);
        assertThat(waitFor(repeat, TIMER_BUNDLE_DUE)).isEqualTo(Duration.ofMinutes(2));
        fires(repeat, TIMER_BUNDLE_DUE);
        sends(repeat);
        fires(another, TIMER_BUNDLE_DUE);

        endedAt(repeat, END_PAGE_DELIVERED);
        endedAt(another, END_PAGE_NO_LONGER_NEEDED);
        assertThat(mails()).hasSize(3);
        assertThat(text(mails().get(2)))
                .contains("You were paged before")
                .contains("Waiting as well: [RED] Second (" + second.id() + ")")
                .contains("Take " + second.id() + ":");
        response.falseAlarm(second.id(), "The story is over.");
    }

    @Test
    void what_was_taken_meanwhile_is_not_sent() {
        ProcessInstance page = paged(first("olga"));
        response.acknowledge(crisis.id(), "otto", "test");

        starts(page);

        endedAt(page, END_PAGE_NO_LONGER_NEEDED);
        assertThat(mails()).isEmpty();
    }

    @Test
    void the_question_still_on_it_goes_to_its_holder_and_to_nobody_else() throws Exception {
        response.acknowledge(crisis.id(), "olga", "test");
        sent(paged(request("olga", Paging.Kind.STILL_ON_IT, 2, List.of("otto"), null)));
        assertThat(text(mails().get(0))).contains("Are you still on it?").contains("Yes, still on it:");

        contacts.markDead("olga", mail("olga@example.com"), "It refused.");
        ProcessInstance page = paged(request("olga", Paging.Kind.STILL_ON_IT, 3, List.of("otto"), null));
        starts(page);

        endedAt(page, END_PAGE_NO_LONGER_NEEDED);
        assertThat(mails()).hasSize(1);
        assertThat(said()).contains("Olga could not be reached.");
    }

    @Test
    void a_room_in_trouble_is_tried_again() {
        contacts.markDead("olga", mail("olga@example.com"), "It refused.");
        reach("olga", chat("room-one"));
        TestChat.server()
                .stubFor(post(urlEqualTo("/room-one")).willReturn(aResponse().withStatus(429)));
        ProcessInstance page = paged(first("olga"));

        sent(page);
        TestChat.server()
                .stubFor(post(urlEqualTo("/room-one")).willReturn(aResponse().withBody("ok")));
        fires(page, TIMER_RETRY_DUE);
        sends(page);

        endedAt(page, END_PAGE_DELIVERED);
    }

    private Crisis declared(String title, Crisis.Mode mode) {
        return response.declare(new CrisisResponse.Declaration(
                title,
                List.of("newsroom"),
                "topic " + title,
                "dataLeak",
                Level.RED,
                List.of("Personal data is in the open."),
                Facts.UNKNOWN,
                null,
                mode,
                clock.instant()));
    }

    private Paging.Request first(String person) {
        return request(person, Paging.Kind.FIRST, 1, List.of(), null);
    }

    private Paging.Request request(
            String person, Paging.Kind kind, int step, List<String> next, Instant secondAddressAt) {
        return request(crisis, person, kind, step, next, secondAddressAt);
    }

    private static Paging.Request request(
            Crisis about, String person, Paging.Kind kind, int step, List<String> next, Instant secondAddressAt) {
        return new Paging.Request(about.id(), step, 1, person, next, kind, secondAddressAt);
    }

    private ProcessInstance paged(Paging.Request request) {
        String pageId = paging.page(request);
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(CrisisPageModel.PROCESS)
                .variableValueEquals("pageId", pageId)
                .singleResult();
    }

    /** Begins and makes the first try. */
    private void sent(ProcessInstance page) {
        starts(page);
        sends(page);
    }

    private void starts(ProcessInstance page) {
        managementService.executeJob(job(page, START_PAGE_REQUESTED).getId());
    }

    private void sends(ProcessInstance page) {
        managementService.executeJob(job(page, SERVICE_SEND_PAGE).getId());
    }

    private void fires(ProcessInstance page, String timer) {
        Job job = job(page, timer);
        if (job.getDuedate().toInstant().isAfter(clock.instant())) {
            theTimeIs(job.getDuedate().toInstant());
        }
        managementService.executeJob(job.getId());
    }

    private Duration waitFor(ProcessInstance page, String timer) {
        return Duration.between(clock.instant(), job(page, timer).getDuedate().toInstant())
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private Job job(ProcessInstance page, String element) {
        return managementService
                .createJobQuery()
                .processInstanceId(page.getId())
                .activityId(element)
                .singleResult();
    }

    private void reach(String person, Address... addresses) {
        as(person, () -> contacts.change(person, List.of(addresses)));
    }

    private List<String> said() {
        return timeline.of(crisis.id()).stream().map(Timeline.Entry::text).toList();
    }

    private static Address mail(String target) {
        return new Address(Kind.MAIL, target);
    }

    private static Address chat(String hook) {
        return new Address(Kind.CHAT, hook);
    }

    private static List<MimeMessage> mails() {
        return Arrays.stream(TestMail.server().getReceivedMessages())
                .filter(mail -> priority(mail) != null)
                .toList();
    }

    private static String[] priority(MimeMessage mail) {
        try {
            return mail.getHeader("X-Priority");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        return TestMail.text(mail);
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
