package io.watchdesk.testing;

import io.watchdesk.faults.LifeJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The demo as {@code mvn spring-boot:run} starts it: a JVM of its own, so that no other engine answers its requests, with a
 * data directory of its own.
 */
public final class RunningDemo implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final URI root;

    private RunningDemo(Process process, Path output, URI root) {
        this.process = process;
        this.output = output;
        this.root = root;
    }

    /** Starts it; it takes its time to answer. */
    public static RunningDemo start(Path directory, String... arguments) {
        return start(directory, freePort(), "--spring.profiles.active=demo", arguments);
    }

    /** Starts the application without the people and the work of the demo, at this port. */
    public static RunningDemo startEmpty(Path directory, int port, String... arguments) {
        return start(directory, port, "--watchdesk.oncall.shift-check=PT0S", arguments);
    }

    private static RunningDemo start(Path directory, int port, String first, String... arguments) {
        Path output = directory.resolve("output.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LifeJar.shared().lasting());
        command.addAll(List.of(
                "-Duser.timezone=UTC",
                "io.watchdesk.WatchdeskApplication",
                first,
                "--server.port=" + port,
                "--watchdesk.base-url=http://localhost:" + port,
                "--watchdesk.data-directory=" + directory.resolve("data")));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new RunningDemo(process, output, URI.create("http://localhost:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers, for example {@code http://localhost:40000}. */
    public URI root() {
        return root;
    }

    /** Whether the page on which people sign in answers; fails when the demo has ended instead. */
    public boolean answers() {
        return answers("/camunda/app/tasklist/default/");
    }

    /** Whether people may be sent here; fails when the application has ended instead. */
    public boolean ready() {
        return answers("/health/ready");
    }

    private boolean answers(String path) {
        if (!process.isAlive()) {
            throw new AssertionError("The demo ended: " + said());
        }
        try {
            return new TasklistClient(root).get(path).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** What it printed. */
    public String said() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it like a machine without power. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A port that nobody uses at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
