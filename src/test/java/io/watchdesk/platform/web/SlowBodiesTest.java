package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.web.SlowBodies.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowBodiesTest {

    private static final int BYTE_EVERY_MILLIS = 20;

    @Test
    void a_body_that_drips_is_given_up_in_time() {
        SlowBodies bodies = new SlowBodies(Duration.ofMillis(200), 5);
        long began = System.nanoTime();

        assertThatThrownBy(() -> bodies.read(
                        dripping(() -> {
                            LockSupport.parkNanos(
                                    Duration.ofMillis(BYTE_EVERY_MILLIS).toNanos());
                            return 'x';
                        }),
                        1_000_000))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_body_that_stops_or_breaks_off_is_the_sender_s_fault() {
        SlowBodies bodies = new SlowBodies(Duration.ofSeconds(5), 5);

        assertThatThrownBy(() -> bodies.read(
                        dripping(() -> {
                            throw new SocketTimeoutException();
                        }),
                        10))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
        assertThatThrownBy(() -> bodies.read(
                        dripping(() -> {
                            throw new IOException("reset");
                        }),
                        10))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void an_address_has_a_few_bodies_on_their_way_and_others_are_served() throws Exception {
        SlowBodies bodies = new SlowBodies(Duration.ofSeconds(5), 1);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            var first = other.submit(() -> bodies.read(
                    dripping(() -> {
                        reading.countDown();
                        enough.await();
                        return -1;
                    }),
                    10));
            reading.await();

            assertThatThrownBy(() -> bodies.read(whole("x"), 10))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(429));
            MockHttpServletRequest elsewhere = whole("x");
            elsewhere.setRemoteAddr("192.0.2.7");
            assertThat(bodies.read(elsewhere, 10)).isEqualTo(new byte[] {'x'});
            enough.countDown();
            first.get();
            assertThat(bodies.read(whole("x"), 10)).isEqualTo(new byte[] {'x'});
        } finally {
            enough.countDown();
            other.shutdownNow();
        }
    }

    @Test
    void a_form_that_was_read_has_its_fields() {
        MockHttpServletRequest form = new MockHttpServletRequest("POST", "/crisis/ack/x/climb");
        form.setContentType("application/x-www-form-urlencoded;charset=UTF-8");
        form.addParameter("page", "1");
        byte[] body = "step=2&tier=3&reason=%E8%8C%B6+%26+more&tier=4&empty&odd=%zz".getBytes(StandardCharsets.UTF_8);

        ReadRequest read = new ReadRequest(form, body);

        assertThat(read.getParameter("page")).isEqualTo("1");
        assertThat(read.getParameter("step")).isEqualTo("2");
        assertThat(read.getParameter("reason")).isEqualTo("茶 & more");
        assertThat(read.getParameterValues("tier")).containsExactly("3", "4");
        assertThat(read.getParameter("empty")).isEmpty();
        assertThat(read.getParameter("odd")).isEqualTo("%zz");
        assertThat(read.getParameter("none")).isNull();
    }

    private static MockHttpServletRequest whole(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private interface Source {
        int next() throws Exception;
    }

    private static MockHttpServletRequest dripping(Source source) {
        return new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return new ServletInputStream() {
                    @Override
                    public int read() throws IOException {
                        try {
                            return source.next();
                        } catch (IOException e) {
                            throw e;
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        int next = read();
                        if (next >= 0) {
                            target[offset] = (byte) next;
                        }
                        return next < 0 ? -1 : 1;
                    }

                    @Override
                    public boolean isFinished() {
                        return false;
                    }

                    @Override
                    public boolean isReady() {
                        return true;
                    }

                    @Override
                    public void setReadListener(ReadListener listener) {
                        throw new IllegalStateException();
                    }
                };
            }
        };
    }
}
