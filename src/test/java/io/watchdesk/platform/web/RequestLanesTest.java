package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLanesTest extends ApplicationSpecification {

    private static final int EVERYDAY = 200 - WebSettings.RESERVED_THREADS;

    @BeforeEach
    void the_gate_is_shut() {
        ProbeController.gate = new CountDownLatch(1);
    }

    @AfterEach
    void the_gate_opens() {
        ProbeController.gate.countDown();
    }

    @Test
    void a_page_is_answered_and_a_signal_taken_while_everyday_work_holds_every_thread_it_may_have() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest waits = HttpRequest.newBuilder(at("/forgotten/probe/wait")).build();
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, EVERYDAY)
                .mapToObj(number -> http.sendAsync(waits, BodyHandlers.ofString()))
                .toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> ProbeController.WAITING.get() == EVERYDAY);

        TasklistClient visitor = new TasklistClient(at("/"));
        Answer refused = visitor.get("/site");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("3");
        assertThat(refused.sentence()).contains("more to do at this moment than it can");

        long began = System.nanoTime();
        assertThat(new SignalSender(at("/"), "monitor")
                        .send(Map.of("title", "Still heard"), clock.instant())
                        .status())
                .isEqualTo(202);
        assertThat(visitor.get("/crisis/ack/none").status()).isIn(200, 404);
        assertThat(visitor.get("/health/ready").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));

        ProbeController.gate.countDown();
        assertThat(waiting)
                .allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
        assertThat(visitor.get("/site").status()).isEqualTo(200);
    }

    @Test
    void signals_leave_the_last_threads_to_answers() throws ServletException, IOException {
        RequestLanes lanes = new RequestLanes(10, 6);

        assertThat(atOnce(lanes, "/site", 4)).isEqualTo(200);
        assertThat(atOnce(lanes, "/site", 5)).isEqualTo(503);
        assertThat(atOnce(lanes, "/hooks/signals/monitor", 8)).isEqualTo(200);
        assertThat(atOnce(lanes, "/hooks/signals/monitor", 9)).isEqualTo(503);
        assertThat(atOnce(lanes, "/crisis/ack/x", 20)).isEqualTo(200);
    }

    /** The status of the last of so many requests that are served at the same time. */
    private static int atOnce(RequestLanes lanes, String path, int number) throws ServletException, IOException {
        MockHttpServletResponse[] last = new MockHttpServletResponse[1];
        nested(lanes, path, number, last);
        return last[0].getStatus();
    }

    private static void nested(RequestLanes lanes, String path, int left, MockHttpServletResponse[] last)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        last[0] = new MockHttpServletResponse();
        FilterChain others = (any, other) -> {
            if (left > 1) {
                nested(lanes, path, left - 1, last);
            }
        };
        lanes.doFilter(request, last[0], others);
    }
}
