package io.watchdesk.platform.web;

import io.watchdesk.platform.OutgoingHttp;
import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.platform.PublicAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one way out over HTTP: Apache's client, kept from everything that an address must not do: redirects, repeats,
 * cookies, proxies, other hosts and ports than the settings allow, the inside. A name is resolved once for a call, every
 * address it has must be fit, and the connection goes to an address that was judged.
 */
@Component
public class GuardedHttp implements OutgoingHttp, AutoCloseable {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int CONNECTIONS = 100;
    private static final String NOT_PUBLIC = "the host is not on the public internet";

    private final OutgoingSettings settings;
    private final CloseableHttpClient outside;
    private final CloseableHttpClient inside;
    private final ScheduledExecutorService cutter = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outgoing-http-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    public GuardedHttp(OutgoingSettings settings) {
        this(settings, new Internet());
    }

    /** @param network what stands in for the internet */
    public GuardedHttp(OutgoingSettings settings, Network network) {
        this.settings = settings;
        this.outside = client(network, PublicAddresses::isPublic, NOT_PUBLIC);
        this.inside = client(network, address -> !isNobodys(address), "the host is no machine");
    }

    /** The steps that lead out of this machine; tests put their own in place. */
    public interface Network {

        /** All addresses of a host. */
        InetAddress[] resolve(String host) throws UnknownHostException;

        /** A socket that is not connected yet. */
        Socket socket();

        /** Whose certificates are believed. */
        SSLContext tls();
    }

    @Override
    public Answer call(Call call) {
        judge(call.address(), call.inside());
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
        call.headers().forEach(request::setHeader);
        if (call.body().length > 0) {
            // The content type is one of the call's headers.
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        return execute(request, call.inside(), call.within(), GuardedHttp::answer);
    }

    @Override
    public Document fetch(URI address, Map<String, String> headers, boolean inside, Duration within, int atMost) {
        judge(address, inside);
        HttpUriRequestBase request = new HttpUriRequestBase("GET", address);
        headers.forEach(request::setHeader);
        return execute(request, inside, within, response -> document(response, atMost));
    }

    private void judge(URI address, boolean inside) {
        settings.problem(address, inside).ifPresent(problem -> {
            throw new NotAnswered(problem, null);
        });
    }

    private <T> T execute(
            HttpUriRequestBase request, boolean mayGoInside, Duration time, HttpClientResponseHandler<T> handler) {
        Timeout within = Timeout.of(time);
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(within)
                .setConnectionRequestTimeout(within)
                .setRedirectsEnabled(false)
                .build());
        AtomicBoolean late = new AtomicBoolean();
        // A server that drips bytes renews the socket's own timeout with each of them.
        ScheduledFuture<?> cut = cutter.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                within.toMilliseconds(),
                TimeUnit.MILLISECONDS);
        try {
            return (mayGoInside ? inside : outside).execute(request, handler);
        } catch (IOException e) {
            throw new NotAnswered(late.get() ? "there was no answer in time" : sentence(e), e);
        } finally {
            cut.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        cutter.shutdown();
        outside.close();
        inside.close();
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), "");
        }
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(LONGEST_ANSWER);
            if (body.length == LONGEST_ANSWER) {
                // Closing the content would read what is still to come, however much it is.
                response.close();
            }
            return new Answer(response.getCode(), new String(body, StandardCharsets.UTF_8));
        }
    }

    private static Document document(ClassicHttpResponse response, int atMost) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        if (response.getEntity() == null) {
            return new Document(response.getCode(), headers, new byte[0]);
        }
        try (InputStream content = response.getEntity().getContent()) {
            byte[] body = content.readNBytes(atMost + 1);
            if (body.length > atMost) {
                // Closing would read what is still to come, however much it is.
                response.close();
                throw new NotAnswered("the answer is larger than %,d bytes".formatted(atMost), null);
            }
            return new Document(response.getCode(), headers, body);
        }
    }

    private static String sentence(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return failure instanceof Unfit ? failure.getMessage() : "the host is unknown";
        }
        if (failure instanceof SSLException) {
            return "its certificate or encryption is not accepted";
        }
        if (failure instanceof ConnectException) {
            return "the connection was refused";
        }
        return failure instanceof java.io.InterruptedIOException
                ? "there was no answer in time"
                : "the connection broke";
    }

    private static CloseableHttpClient client(Network network, Predicate<InetAddress> fit, String unfit) {
        return HttpClients.custom()
                .setConnectionManager(new Connections(network)
                        .setDnsResolver(new JudgedNames(network, fit, unfit))
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .build())
                        .build())
                // A connection serves one call, so that every call meets an address that was checked for it.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Watchdesk")
                .build();
    }

    /** Link-local addresses serve cloud metadata and no webhook; nobody's server has the others. */
    private static boolean isNobodys(InetAddress address) {
        return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress();
    }

    /** Connects through the network of this client. */
    private static final class Connections extends PoolingHttpClientConnectionManagerBuilder {

        private final Network network;

        Connections(Network network) {
            this.network = network;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy none) {
            return new DefaultHttpClientConnectionOperator(
                    proxy -> network.socket(),
                    ports,
                    names,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register("https", new DefaultClientTlsStrategy(network.tls()))
                            .build());
        }
    }

    /** Thrown for a name with an address that must not be called up. */
    private static final class Unfit extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Unfit(String sentence) {
            super(sentence);
        }
    }

    private record JudgedNames(Network network, Predicate<InetAddress> fit, String unfit) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = network.resolve(host);
            if (!Arrays.stream(found).allMatch(fit)) {
                throw new Unfit(unfit);
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** The real network, never through a proxy, which would resolve the host again. */
    private static final class Internet implements Network {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return InetAddress.getAllByName(host);
        }

        @Override
        public Socket socket() {
            return new Socket(Proxy.NO_PROXY);
        }

        @Override
        public SSLContext tls() {
            return SSLContexts.createSystemDefault();
        }
    }
}
