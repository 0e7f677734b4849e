package io.watchdesk.platform.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A platform that takes every post it is sent, writes it down at once, and may take long to answer. */
final class PlayedPlatform implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch answers = new CountDownLatch(0);

    PlayedPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/posts/", this::take);
        server.start();
    }

    URI root() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Takes posts from now on without answering. */
    void hold() {
        answers = new CountDownLatch(1);
    }

    /** Answers everything that waits, and what comes. */
    void answer() {
        answers.countDown();
    }

    /** Every post that arrived, by publication. */
    List<String> posts() {
        return List.copyOf(posts);
    }

    private void take(HttpExchange exchange) throws IOException {
        posts.add(exchange.getRequestURI().getPath().substring("/posts/".length()));
        try {
            answers.await();
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        answer();
        server.stop(0);
        threads.shutdownNow();
    }
}
