package io.watchdesk.platform.web;

import io.watchdesk.platform.OutgoingHttp;
import io.watchdesk.platform.PublicAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/** Apache's client, kept from everything that a webhook must not do: redirects, repeats, cookies, proxies, the inside. */
@Component
public class GuardedHttp implements OutgoingHttp, AutoCloseable {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int CONNECTIONS = 100;
    private static final String NOT_PUBLIC = "the host is not on the public internet";

    private final CloseableHttpClient outside = client(GuardedHttp::publicAddresses);
    private final CloseableHttpClient inside = client(SystemDefaultDnsResolver.INSTANCE::resolve);
    private final ScheduledExecutorService cutter = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outgoing-http-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Answer call(Call call) {
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
        HttpUriRequestBase request = new HttpUriRequestBase("GET", address);
        headers.forEach(request::setHeader);
        return execute(request, inside, within, response -> document(response, atMost));
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
        cutter.shutdownNow();
        outside.close();
        inside.close();
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), "");
        }
        try (InputStream body = entity.getContent()) {
            return new Answer(response.getCode(), new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
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
            return NOT_PUBLIC.equals(failure.getMessage()) ? NOT_PUBLIC : "the host is unknown";
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

    private static CloseableHttpClient client(Resolver resolver) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Names(resolver))
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

    private static InetAddress[] publicAddresses(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : found) {
            if (!PublicAddresses.isPublic(address)) {
                throw new UnknownHostException(NOT_PUBLIC);
            }
        }
        return found;
    }

    private interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private record Names(Resolver resolver) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return resolver.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
