package io.watchdesk.screening.links;

import io.watchdesk.platform.PublicAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls a link up once, without following it anywhere: the host is resolved once, every address must be public, and the
 * connection goes to exactly the address that was checked, so that a name that changes its mind leads nowhere else. Only
 * the status line of the answer is read.
 */
final class LinkProbe implements Reachability, AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final int LONGEST_STATUS_LINE = 512;

    private final HostResolver resolver;
    private final SSLSocketFactory tls;
    private final Duration timeout;
    private final ScheduledExecutorService cutter = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "link-probe-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    /** @param timeout for connecting, and again for encryption and answer together */
    LinkProbe(HostResolver resolver, SSLSocketFactory tls, Duration timeout) {
        this.resolver = resolver;
        this.tls = tls;
        this.timeout = timeout;
    }

    @Override
    public Optional<String> problem(Address address) {
        try {
            InetAddress[] found = resolver.resolve(address.host());
            if (found.length == 0) {
                return Optional.of("the host is unknown");
            }
            for (InetAddress one : found) {
                if (!PublicAddresses.isPublic(one)) {
                    return Optional.of("the host is not on the public internet");
                }
            }
            int status = status("HEAD", address, found[0]);
            if (status == 405 || status == 501) {
                status = status("GET", address, found[0]);
            }
            return status < 400 ? Optional.empty() : Optional.of("it answers with status " + status);
        } catch (UnknownHostException e) {
            return Optional.of("the host is unknown");
        } catch (SocketTimeoutException e) {
            return Optional.of("it does not answer in time");
        } catch (SSLException e) {
            return Optional.of("its certificate or encryption is not accepted");
        } catch (IOException e) {
            return Optional.of("the connection fails");
        }
    }

    private int status(String method, Address address, InetAddress target) throws IOException {
        int millis = (int) timeout.toMillis();
        try (Socket plain = resolver.connect(target, address.port(), millis)) {
            plain.setSoTimeout(millis);
            // A server that drips bytes renews the socket's own timeout with each of them.
            AtomicBoolean late = new AtomicBoolean();
            ScheduledFuture<?> cut = cutter.schedule(() -> shut(plain, late), millis, TimeUnit.MILLISECONDS);
            try (SSLSocket secure = (SSLSocket) tls.createSocket(plain, address.host(), address.port(), true)) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                secure.startHandshake();
                secure.getOutputStream().write(request(method, address).getBytes(StandardCharsets.US_ASCII));
                secure.getOutputStream().flush();
                return status(secure.getInputStream());
            } catch (IOException e) {
                throw late.get() ? new SocketTimeoutException() : e;
            } finally {
                cut.cancel(false);
            }
        }
    }

    private static void shut(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed for good either way.
            return;
        }
    }

    @Override
    public void close() {
        cutter.shutdownNow();
    }

    private static String request(String method, Address address) {
        String port = address.port() == 443 ? "" : ":" + address.port();
        return method + " " + address.target() + " HTTP/1.1\r\n"
                + "Host: " + address.host() + port + "\r\n"
                + "User-Agent: Watchdesk link check\r\n"
                + "Accept: */*\r\n"
                + "Connection: close\r\n\r\n";
    }

    private static int status(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = in.read()) >= 0 && next != '\n') {
            if (line.length() > LONGEST_STATUS_LINE) {
                throw new IOException("no HTTP answer");
            }
            line.append((char) next);
        }
        Matcher status = STATUS.matcher(line.toString().strip());
        if (!status.matches()) {
            throw new IOException("no HTTP answer");
        }
        return Integer.parseInt(status.group(1));
    }
}
