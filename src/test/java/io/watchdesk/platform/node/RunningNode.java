package io.watchdesk.platform.node;

import io.watchdesk.faults.LifeJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One node as a JVM of its own, with a data directory of its own. */
final class RunningNode implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    final String name;
    private final Process process;
    private final Path output;
    private final int port;

    private RunningNode(String name, Process process, Path output, int port) {
        this.name = name;
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static RunningNode start(String name, Path home, String... arguments) {
        return startMain(name, home, NodeChild.class.getName(), arguments);
    }

    /** This build with another main class. */
    static RunningNode startMain(String name, Path home, String main, String... arguments) {
        return start(name, home, LifeJar.shared().options(), List.of(main), arguments);
    }

    /** Another build, with what a JVM is told to start it: a class path and a main class, or a jar. */
    static RunningNode startBuild(String name, Path home, List<String> what, String... arguments) {
        return start(
                name,
                home,
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m"),
                what,
                arguments);
    }

    private static RunningNode start(
            String name, Path home, List<String> options, List<String> what, String... arguments) {
        int port = freePort();
        Path output = home.resolve(name + ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC"));
        command.addAll(what);
        command.addAll(List.of(
                "--server.port=" + port,
                "--spring.main.banner-mode=off",
                "--watchdesk.node.name=" + name,
                "--watchdesk.base-url=http://localhost:" + port,
                "--watchdesk.data-directory=" + home.resolve(name)));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
            Thread copying = new Thread(() -> copy(process, output), "output of " + name);
            copying.setDaemon(true);
            copying.start();
            return new RunningNode(name, process, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Through a pipe, because a node whose disk is full must still be able to say so. */
    private static void copy(Process process, Path output) {
        try (var said = process.getInputStream()) {
            Files.copy(said, output, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException dead) {
            // A killed node says nothing more.
        }
    }

    /** The status of a path, 0 while nobody answers; fails when the node has ended by itself. */
    int status(String path) {
        if (!process.isAlive()) {
            throw new AssertionError("The node %s ended: %s".formatted(name, said()));
        }
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(root().resolve(path))
                                    .timeout(Duration.ofSeconds(15))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean ready() {
        return status("/health/ready") == 200;
    }

    URI root() {
        return URI.create("http://localhost:" + port);
    }

    /** Dies at once, as when the power goes. */
    void kill() {
        process.destroyForcibly();
        exitCode(Duration.ofSeconds(10));
    }

    /** Stands still, as in a long pause of its machine. */
    void freeze() {
        signal("STOP");
    }

    /** Goes on after {@link #freeze}. */
    void thaw() {
        signal("CONT");
    }

    /** Is asked to stop, as a supervisor does it. */
    void terminate() {
        process.destroy();
    }

    /** Whether it has begun to stop. */
    boolean stopsTakingRequests() {
        return !process.isAlive() || status("/health/ready") != 200;
    }

    int exitCode(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The node %s does not end: %s".formatted(name, said()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    String said() {
        try {
            return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
