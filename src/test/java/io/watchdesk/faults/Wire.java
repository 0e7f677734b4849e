package io.watchdesk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A cable to a server that can be made slow, cut, and mended. */
final class Wire implements AutoCloseable {

    private static final int PIECE = 16_384;

    private final ServerSocket door;
    private final int server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile long delayMillis;
    private volatile boolean cut;

    Wire(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on each answer takes this much longer. */
    void slow(long millis) {
        delayMillis = millis;
    }

    /** Ends every connection, and each new one at once, until mended. */
    void cut() {
        cut = true;
        ends.forEach(Wire::end);
        ends.clear();
    }

    /** Passes everything on again, at once. */
    void mend() {
        delayMillis = 0;
        cut = false;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try {
            if (cut) {
                end(caller);
                return;
            }
            Socket other = new Socket(InetAddress.getLoopbackAddress(), server);
            caller.setTcpNoDelay(true);
            other.setTcpNoDelay(true);
            ends.add(caller);
            ends.add(other);
            daemon(() -> pass(caller, other, false));
            daemon(() -> pass(other, caller, true));
        } catch (IOException noServer) {
            end(caller);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (answers && delayMillis > 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
                }
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // One side has ended; the other is closed with it.
        }
    }

    private static void end(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException ended) {
            // It is ended, which was wanted.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
