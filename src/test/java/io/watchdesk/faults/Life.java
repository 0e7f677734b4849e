package io.watchdesk.faults;

import io.watchdesk.faults.Evidence.Receipt;
import io.watchdesk.testing.SignalSender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One life of the application as another JVM, seen from outside. */
final class Life implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final World world;
    private final Process process;
    private final Thread listener;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private URI root;

    private Life(World world, Process process) {
        this.world = world;
        this.process = process;
        this.listener = new Thread(this::listen, "listener of a life");
        listener.setDaemon(true);
        listener.start();
    }

    static Life begin(World world, List<String> options, List<String> settings, boolean furnished) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-Dfaults.furnished=" + furnished, "-Duser.timezone=UTC", NodeMain.class.getName()));
        command.addAll(settings);
        try {
            return new Life(
                    world, new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(NodeMain.WORD)) {
                    words.add(line.substring(NodeMain.WORD.length()));
                } else {
                    world.log().add(line);
                }
            }
        } catch (IOException killed) {
            // A killed life says nothing more.
        }
        words.add("dead");
    }

    /** Waits until it is up; fails with its log when it dies before. */
    Life ready() {
        String port = awaited("ready");
        root = URI.create("http://127.0.0.1:" + port);
        world.furnished();
        return this;
    }

    URI root() {
        return root;
    }

    Process process() {
        return process;
    }

    /** Orders the life to do something, see {@link Staff} and {@link NodeMain}. */
    void order(String line) {
        try {
            Writer orders = process.outputWriter(StandardCharsets.UTF_8);
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException dead) {
            // Whoever gives orders to a dying life learns of its death elsewhere.
        }
    }

    /** Waits for a word, passing over others; answers what stands behind it. */
    String awaited(String word) {
        try {
            for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
                String said = words.poll(1, TimeUnit.SECONDS);
                if ("dead".equals(said)) {
                    throw new AssertionError("It died with %s before it said \"%s\": %s"
                            .formatted(process.waitFor(), word, lastWords()));
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

    private String lastWords() {
        List<String> all = List.copyOf(world.log());
        return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
    }

    /** Sends a signal until it is answered or the life has ended; what was answered with 2xx is a receipt. */
    boolean signal(String eventId, Map<String, ?> body) {
        try {
            SignalSender.Answer answer = new SignalSender(root, "monitor").send(eventId, body, Instant.now());
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
        try {
            process.destroyForcibly().waitFor();
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its death at a crash point; kills it when that is not reached in time. */
    boolean diesWithin(Duration time) {
        try {
            boolean died = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            kill();
            return died;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it ended by itself within this time; it has ended afterwards in any case. */
    boolean endedWithin(Duration time) {
        return diesWithin(time);
    }

    /** Ends it in order. */
    @Override
    public void close() {
        order("end");
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end: " + lastWords());
            }
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
