package io.watchdesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.testing.ApplicationSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The ladder of the real application while mail does not go, and while a hundred crises begin at once. */
class LadderUnderFireTest extends ApplicationSpecification {

    private static final int CRISES = 40;
    private static final int PEOPLE = 8;
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final Duration ALL_IN_TIME = Duration.ofMinutes(3);

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Ladder ladder;

    @Autowired
    private JavaMailSenderImpl mail;

    @Autowired
    private JdbcClient jdbc;

    private int port;
    private Trap trap;

    @BeforeEach
    void remember() {
        port = mail.getPort();
    }

    @AfterEach
    void restore() {
        mail.setPort(port);
        if (trap != null) {
            trap.close();
        }
    }

    @Tag("any-database")
    @ParameterizedTest
    @EnumSource(Trouble.class)
    void the_ladder_climbs_in_time_while_no_mail_goes(Trouble trouble) {
        trap = new Trap(trouble);
        mail.setPort(trap.port());

        String crisisId = declare(Level.RED);
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(openTasks(crisisId)).hasSize(3));
        ladder.climb(crisisId, ladder.of(crisisId).step(), 4, "Nobody answers.");
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(openTasks(crisisId)).hasSize(4));

        assertThat(called(crisisId)).contains("carla", "eva", "admin").hasSize(5);
        assertThat(timers(crisisId)).isOne();
    }

    @Test
    void of_forty_crises_at_once_none_is_silent() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<String>> declared = new ArrayList<>();
        for (int i = 0; i < CRISES; i++) {
            declared.add(people.submit(() -> declare(Level.RED)));
        }
        List<String> crises = new ArrayList<>();
        for (Future<String> each : declared) {
            crises.add(each.get());
        }
        people.shutdown();

        await().atMost(ALL_IN_TIME)
                .untilAsserted(() -> assertThat(crises)
                        .allSatisfy(crisis -> assertThat(openTasks(crisis)).hasSize(3)));

        assertThat(crises).allSatisfy(crisis -> {
            assertThat(called(crisis)).contains("carla").hasSize(3);
            assertThat(timers(crisis)).isOne();
        });
    }

    private String declare(Level level) {
        return response.declare(new CrisisResponse.Declaration(
                        "Everything at once",
                        List.of("weibo"),
                        UUID.randomUUID().toString(),
                        "other",
                        level,
                        List.of("A test."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        clock.instant()))
                .id();
    }

    private List<Task> openTasks(String crisisId) {
        return taskService
                .createTaskQuery()
                .processDefinitionKey("crisis-escalation")
                .processInstanceBusinessKey(crisisId)
                .list();
    }

    private List<String> called(String crisisId) {
        return jdbc.sql("select person from crisis_page where crisis_id = ?")
                .param(crisisId)
                .query(String.class)
                .list();
    }

    /** Timers of the ladder itself; each open ladder has exactly one. */
    private long timers(String crisisId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("crisis-escalation")
                .processInstanceBusinessKey(crisisId)
                .list()
                .stream()
                .mapToLong(instance -> managementService
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .count())
                .sum();
    }

    /** What is wrong with the mail server. */
    private enum Trouble {
        DOWN,
        SILENT,
        REFUSING
    }

    /** A mail server in trouble. */
    private static final class Trap {

        private final ServerSocket server;
        private final List<Socket> guests = new ArrayList<>();

        Trap(Trouble trouble) {
            try {
                server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
                if (trouble == Trouble.DOWN) {
                    server.close();
                } else {
                    Thread host = new Thread(() -> receive(trouble), "mail server in trouble");
                    host.setDaemon(true);
                    host.start();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int port() {
            return server.getLocalPort();
        }

        private void receive(Trouble trouble) {
            try {
                while (!server.isClosed()) {
                    Socket guest = server.accept();
                    if (trouble == Trouble.REFUSING) {
                        guest.getOutputStream().write("554 Go away.\r\n".getBytes(StandardCharsets.US_ASCII));
                        guest.close();
                    } else {
                        synchronized (guests) {
                            guests.add(guest);
                        }
                    }
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        void close() {
            try {
                server.close();
                synchronized (guests) {
                    for (Socket guest : guests) {
                        guest.close();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
