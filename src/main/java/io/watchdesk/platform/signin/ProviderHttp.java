package io.watchdesk.platform.signin;

import io.watchdesk.platform.OutgoingHttp;
import io.watchdesk.platform.OutgoingHttp.Answer;
import io.watchdesk.platform.OutgoingHttp.Call;
import io.watchdesk.platform.OutgoingHttp.Document;
import io.watchdesk.platform.OutgoingHttp.NotAnswered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Lets what Spring Security asks a provider go out through our guarded client: no redirect, no metadata of clouds, no answer
 * that is endless or drips. A provider may stand inside, which its own setting says.
 */
class ProviderHttp implements ClientHttpRequestFactory {

    /** Keys and facts about a person; no provider says as much. */
    private static final int LARGEST = 1024 * 1024;

    private final OutgoingHttp http;
    private final Duration within;

    ProviderHttp(OutgoingHttp http, Duration within) {
        this.http = http;
        this.within = within;
    }

    @Override
    public ClientHttpRequest createRequest(URI address, HttpMethod method) {
        return new Request(address, method);
    }

    private final class Request extends AbstractClientHttpRequest {

        private final URI address;
        private final HttpMethod method;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        private Request(URI address, HttpMethod method) {
            this.address = address;
            this.method = method;
        }

        @Override
        public HttpMethod getMethod() {
            return method;
        }

        @Override
        public URI getURI() {
            return address;
        }

        @Override
        protected OutputStream getBodyInternal(HttpHeaders headers) {
            return body;
        }

        @Override
        protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
            Map<String, String> sent = new HashMap<>();
            headers.forEach((name, values) -> sent.put(name, String.join(", ", values)));
            // The client counts by itself.
            sent.remove(HttpHeaders.CONTENT_LENGTH);
            try {
                if (method == HttpMethod.GET) {
                    Document document = http.fetch(address, sent, true, within, LARGEST);
                    HttpHeaders told = new HttpHeaders();
                    document.headers().forEach(told::set);
                    return new Response(document.status(), told, document.body());
                }
                Answer answer = http.call(new Call(method.name(), address, sent, body.toByteArray(), true, within));
                HttpHeaders json = new HttpHeaders();
                json.setContentType(MediaType.APPLICATION_JSON);
                return new Response(answer.status(), json, answer.body().getBytes(StandardCharsets.UTF_8));
            } catch (NotAnswered away) {
                throw new IOException(away.getMessage(), away);
            }
        }
    }

    private record Response(int status, HttpHeaders headers, byte[] body) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(status);
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // All of it is in memory.
        }
    }
}
