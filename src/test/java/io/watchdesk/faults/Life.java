package io.watchdesk.faults;

import io.watchdesk.faults.Evidence.Receipt;
import io.watchdesk.testing.SignalSender;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One life of the application in another JVM, seen from outside. */
final class Life implements AutoCloseable {

    /** The last word of each life. */
    static final String DEAD = "dead";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final World world;
    private final Host host;
    private final int number;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private SignalSender sender;
    private URI root;

    /** @param number of this life, of those of its host */
    Life(World world, Host host, int number) {
        this.world = world;
        this.host = host;
        this.number = number;
    }

    World world() {
        return world;
    }

    /** It said something to its killer. */
    void hears(String word) {
        words.add(word);
    }

    /** Waits until it is up; fails with its log when it dies before. */
    Life ready() {
        String port = awaited("ready");
        root = URI.create("http://127.0.0.1:" + port);
        sender = new SignalSender(root, "monitor");
        world.furnished();
        return this;
    }

    URI root() {
        return root;
    }

    Process process() {
        return host.process();
    }

    /** Orders the life to do something, see {@link Staff} and {@link Node}. */
    void order(String line) {
        host.order(number + " " + line);
    }

    /** Whether it says this word in time, passing over others; not when it dies before. */
    boolean says(String word, Duration within) {
        try {
            for (long end = System.nanoTime() + within.toNanos(); System.nanoTime() < end; ) {
                String said = words.poll(200, TimeUnit.MILLISECONDS);
                if (DEAD.equals(said)) {
                    words.add(DEAD);
                    return false;
                }
                if (word.equals(said)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Waits for a word, passing over others; answers what stands behind it. */
    String awaited(String word) {
        try {
            for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
                String said = words.poll(1, TimeUnit.SECONDS);
                if (DEAD.equals(said)) {
                    throw new AssertionError("It died with %s before it said \"%s\": %s"
                            .formatted(process().waitFor(), word, lastWords()));
                }
                if (said != null && said.split(" ")[0].equals(word)) {
                    return said.substring(word.length()).strip();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("It did not say \"%s\" in time: %s".formatted(word, lastWords()));
    }

    String lastWords() {
        List<String> all = List.copyOf(world.log());
        return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
    }

    /** Sends a signal until it is answered or the life has ended; what was answered with 2xx is a receipt. */
    boolean signal(String eventId, Map<String, ?> body) {
        try {
            SignalSender.Answer answer = sender.send(eventId, body, Instant.now());
            world.answers()
                    .add(new Evidence.Answer(
                            "signal " + eventId,
                            answer.status(),
                            answer.header("Retry-After"),
                            answer.response().body()));
            if (answer.status() / 100 == 2) {
                world.receipts().add(new Receipt("monitor", eventId, answer.signal()));
                return true;
            }
            return false;
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
    }

    /** Ends it like a machine without power. */
    void kill() {
        host.kill();
    }

    /** Whether it ended by itself within this time; it has ended afterwards in any case. */
    boolean endedWithin(Duration time) {
        return host.endedWithin(time.toSeconds());
    }

    /** Ends it in order. */
    @Override
    public void close() {
        host.close();
    }
}
