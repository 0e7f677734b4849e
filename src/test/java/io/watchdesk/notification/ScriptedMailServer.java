package io.watchdesk.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks just enough SMTP to answer every {@code RCPT TO} with one chosen reply; it never takes a mail. */
public final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket door;
    private final String replyToRecipient;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param replyToRecipient code and text, for example {@code 550 5.1.1 no such user} */
    public ScriptedMailServer(String replyToRecipient) {
        this.replyToRecipient = replyToRecipient;
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread talker = new Thread(this::serve, "scripted mail server");
        talker.setDaemon(true);
        talker.start();
    }

    /** The port it listens on. */
    public int port() {
        return door.getLocalPort();
    }

    /** Every command that was sent to it. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException closed) {
                heard.add("(connection closed)");
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        say(caller, "220 stub");
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            heard.add(command);
            say(caller, command.toUpperCase(java.util.Locale.ROOT).startsWith("RCPT") ? replyToRecipient : "250 ok");
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }
}
