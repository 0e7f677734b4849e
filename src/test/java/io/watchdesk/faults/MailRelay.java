package io.watchdesk.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Passes mail on to another server, and does something in the middle of a text or right behind it. */
final class MailRelay implements AutoCloseable {

    private final ServerSocket door;
    private final int next;
    private final AtomicReference<Runnable> onData = new AtomicReference<>();
    private final AtomicReference<Runnable> onTaken = new AtomicReference<>();
    private final Queue<Socket> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;
    private volatile boolean silent;

    MailRelay(int next) {
        this.next = next;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Done once, when a first line of a text has come. */
    void onData(Runnable deed) {
        onData.set(deed);
    }

    /** Every caller is sent away until mended. */
    void cut() {
        cut = true;
    }

    /** Takes callers in and never greets them until mended; answers how many wait by now. */
    int silent() {
        silent = true;
        return waiting.size();
    }

    /** Passes mail on again; whoever waited is sent away. */
    void mend() {
        cut = false;
        silent = false;
        for (Socket caller = waiting.poll(); caller != null; caller = waiting.poll()) {
            end(caller);
        }
    }

    /** Cuts a connection off when the other server has taken a text, before the caller hears of it; once. */
    void swallowNextAnswerToText(Runnable deed) {
        onTaken.set(deed);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (cut) {
                    caller.close();
                    continue;
                }
                if (silent) {
                    waiting.add(caller);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), next);
                AtomicBoolean awaitingTaken = new AtomicBoolean();
                daemon(() -> answers(server, caller, awaitingTaken));
                daemon(() -> commands(caller, server, awaitingTaken));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void commands(Socket from, Socket to, AtomicBoolean awaitingTaken) {
        boolean[] text = {false};
        pass(from, to, line -> {
            if (text[0]) {
                Runnable deed = onData.getAndSet(null);
                if (deed != null) {
                    deed.run();
                }
                awaitingTaken.set(line.equals("."));
            }
            text[0] = text[0] ? !line.equals(".") : line.equalsIgnoreCase("DATA");
            return true;
        });
    }

    private void answers(Socket from, Socket to, AtomicBoolean awaitingTaken) {
        pass(from, to, line -> {
            Runnable deed = awaitingTaken.getAndSet(false) ? onTaken.getAndSet(null) : null;
            if (deed != null) {
                deed.run();
            }
            return deed == null;
        });
    }

    private static void pass(Socket from, Socket to, Predicate<String> goesOn) {
        try (from;
                to;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = to.getOutputStream();
            for (String line = in.readLine(); line != null && goesOn.test(line); line = in.readLine()) {
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException cutOff) {
            // One side has ended; the other is closed with it.
        }
    }

    private static void end(Socket caller) {
        try {
            caller.close();
        } catch (IOException gone) {
            // It has given up by itself.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
