package io.watchdesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.notification.ScriptedMailServer;
import io.watchdesk.oncall.ContactBook;
import io.watchdesk.oncall.Contacts.Address;
import io.watchdesk.oncall.Contacts.Kind;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TestChat;
import io.watchdesk.testing.TestMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Real jobs, real threads, real sockets: pages get through, or go on, whatever the mail server does. */
@Tag("any-database")
class PagingUnderFireTest extends ApplicationSpecification {

    private static final int PAGES = 100;
    /** Generous, because a build may share two cores with others: 12 s were measured at a load of 21. */
    private static final Duration IN_TIME = Duration.ofSeconds(20);

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

    private final List<Crisis> crises = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    @BeforeEach
    void somebody_with_a_second_address() {
        as("olga", () -> contacts.change("olga", List.of(new Address(Kind.CHAT, "room-one"))));
    }

    @AfterEach
    void the_usual_mail_server() {
        sender.setPort(TestMail.server().getSmtp().getPort());
        sender.getJavaMailProperties().putAll(java.util.Map.of("mail.smtp.timeout", "5000"));
        crises.forEach(crisis -> response.falseAlarm(crisis.id(), "The story is over."));
    }

    @Test
    void a_hundred_pages_at_once_arrive_within_seconds() {
        declare(1);
        Instant begin = Instant.now();

        page(PAGES);

        await().atMost(Duration.ofSeconds(60)).until(() -> delivered("mail") == PAGES);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(45));
    }

    @Test
    void a_server_that_hangs_holds_up_neither_the_ladder_nor_the_second_address() {
        sender.getJavaMailProperties().putAll(java.util.Map.of("mail.smtp.timeout", "1000"));
        try (SilentServer hanging = new SilentServer(false)) {
            sender.setPort(hanging.port());
            declare(1);
            page(PAGES);
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting() + failed() > 20);

            Instant begin = Instant.now();
            Crisis next = declare(1);
            await().atMost(Duration.ofSeconds(30)).until(() -> calledByLadder(next));
            assertThat(Duration.between(begin, Instant.now()))
                    .as("the ladder calls its first tiers although every mail hangs")
                    .isLessThan(IN_TIME);

            // Two more tries, fifteen seconds apart, and then the room; the clock runs ahead of the story's time.
            await().atMost(Duration.ofSeconds(150))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        timePasses(Duration.ofSeconds(4));
                        assertThat(delivered("chat")).as(this::summary).isEqualTo(PAGES);
                    });
        }
    }

    @Test
    void a_server_that_cuts_off_is_tried_again_and_gets_the_page_when_it_is_back() {
        declare(1);
        try (SilentServer cutting = new SilentServer(true)) {
            sender.setPort(cutting.port());
            page(1);
            await().atMost(Duration.ofSeconds(20)).until(() -> failed() == 1);
        }
        sender.setPort(TestMail.server().getSmtp().getPort());
        timePasses(Duration.ofSeconds(16));

        await().atMost(Duration.ofSeconds(20)).until(() -> delivered("mail") == 1);
    }

    @Test
    void a_server_that_refuses_the_address_leads_to_the_second_one_at_once() {
        declare(1);
        try (ScriptedMailServer refusing = new ScriptedMailServer("550 5.1.1 No such user here")) {
            sender.setPort(refusing.port());
            page(1);

            await().atMost(Duration.ofSeconds(20)).until(() -> delivered("chat") == 1);
        }
        assertThat(contacts.of("olga")).containsExactly(new Address(Kind.CHAT, "room-one"));
        assertThat(TestChat.server().getAllServeEvents()).isNotEmpty();
    }

    private Crisis declare(int count) {
        Crisis last = null;
        for (int i = 0; i < count; i++) {
            last = response.declare(new CrisisResponse.Declaration(
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
            crises.add(last);
        }
        return last;
    }

    /** Pages olga so often for one crisis; each is a first page of its own step. */
    private void page(int count) {
        Crisis crisis = crises.get(0);
        for (int i = 0; i < count; i++) {
            pages.add(
                    paging.page(new Paging.Request(crisis.id(), 1000, 1, "olga", List.of(), Paging.Kind.FIRST, null)));
        }
    }

    private boolean calledByLadder(Crisis crisis) {
        return timeline.of(crisis.id()).stream()
                .anyMatch(entry -> entry.kind().equals("escalation.tierCalled")
                        || entry.kind().equals("escalation.nobodyFound"));
    }

    private long delivered(String way) {
        return attempts("outcome = 'delivered' and way = '" + way + "'");
    }

    private long failed() {
        return attempts("outcome = 'failed'");
    }

    private long waiting() {
        return attempts("outcome = 'waiting'");
    }

    private String summary() {
        return jdbc.sql("select way, number, outcome, said, count(*) as n from crisis_page_attempt where page_id in"
                        + " (:pages) group by way, number, outcome, said order by way, number")
                .param("pages", pages)
                .query()
                .listOfRows()
                .toString();
    }

    private long attempts(String where) {
        return jdbc.sql("select count(*) from crisis_page_attempt where page_id in (:pages) and " + where)
                .param("pages", pages)
                .query(Long.class)
                .single();
    }

    /** Takes every connection and says nothing, or hangs up in the middle of a word. */
    private static final class SilentServer implements AutoCloseable {

        private final ServerSocket door;
        private final List<Socket> callers = new CopyOnWriteArrayList<>();

        SilentServer(boolean cutsOff) {
            try {
                door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread porter = new Thread(() -> serve(cutsOff), "silent mail server");
            porter.setDaemon(true);
            porter.start();
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve(boolean cutsOff) {
            while (!door.isClosed()) {
                try {
                    Socket caller = door.accept();
                    callers.add(caller);
                    if (cutsOff) {
                        caller.getOutputStream().write("220 we".getBytes());
                        caller.close();
                    }
                } catch (IOException closed) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            try {
                door.close();
                for (Socket caller : callers) {
                    caller.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
