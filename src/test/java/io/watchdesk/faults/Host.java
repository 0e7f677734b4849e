package io.watchdesk.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JVM in which one life, or one life of each of several worlds, goes on until all of them end together. */
final class Host implements AutoCloseable {

    /** Seconds; an H2 file of gigabytes is made small again while the application ends, on a busy machine for minutes. */
    private static final long LONGEST_END = 300;

    private final Process process;
    private final Thread listener;
    private final List<Life> lives = new ArrayList<>();

    private Host(Process process, List<World> worlds) {
        this.process = process;
        worlds.forEach(world -> lives.add(new Life(world, this, lives.size())));
        listener = new Thread(this::listen, "listener of a host");
        listener.setDaemon(true);
        listener.start();
    }

    /** @param settings of each world's application, in the order of the worlds */
    static Host begin(List<String> options, List<World> worlds, List<List<String>> settings) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-Duser.timezone=UTC", NodeMain.class.getName()));
        for (int i = 0; i < settings.size(); i++) {
            if (i > 0) {
                command.add(NodeMain.NEXT_NODE);
            }
            command.addAll(settings.get(i));
        }
        try {
            return new Host(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), worlds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One life for each world, in their order. */
    List<Life> lives() {
        return List.copyOf(lives);
    }

    Process process() {
        return process;
    }

    private void listen() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(NodeMain.WORD)) {
                    int space = line.indexOf(' ');
                    lives.get(Integer.parseInt(line.substring(NodeMain.WORD.length(), space)))
                            .hears(line.substring(space + 1));
                } else {
                    // Nobody can tell which of them wrote it.
                    for (Life life : lives) {
                        life.world().log().add(line);
                    }
                }
            }
        } catch (IOException killed) {
            // A killed host says nothing more.
        }
        lives.forEach(life -> life.hears(Life.DEAD));
    }

    /** What nobody hears any more is no fault. */
    synchronized void order(String line) {
        try {
            Writer orders = process.outputWriter(StandardCharsets.UTF_8);
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException dead) {
            // Whoever gives orders to a dying life learns of its death elsewhere.
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

    /** Whether it ended by itself within this time; it has ended afterwards in any case. */
    boolean endedWithin(long seconds) {
        try {
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            kill();
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends all of them in order. */
    @Override
    public void close() {
        order("end");
        if (!endedWithin(LONGEST_END)) {
            throw new AssertionError("It does not end: " + lives.get(0).lastWords());
        }
    }
}
