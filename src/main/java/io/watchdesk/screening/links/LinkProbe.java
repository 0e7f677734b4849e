package io.watchdesk.screening.links;

import io.watchdesk.platform.OutgoingHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls a link up once, without following it anywhere; only the status of the answer counts. */
final class LinkProbe implements Reachability {

    private static final Map<String, String> HEADERS = Map.of("User-Agent", "Watchdesk link check", "Accept", "*/*");
    private static final int HTTPS = 443;
    private static final int NO_SUCH_METHOD = 405;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int FIRST_ERROR = 400;

    private final OutgoingHttp http;
    private final Duration timeout;

    /** @param timeout for one question to a server, from connecting to the end of the answer */
    LinkProbe(OutgoingHttp http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    @Override
    public Optional<String> problem(Address address) {
        try {
            int status = status("HEAD", address);
            if (status == NO_SUCH_METHOD || status == NOT_IMPLEMENTED) {
                status = status("GET", address);
            }
            return status < FIRST_ERROR ? Optional.empty() : Optional.of("it answers with status " + status);
        } catch (OutgoingHttp.NotAnswered e) {
            return Optional.of(e.getMessage());
        }
    }

    private int status(String method, Address address) {
        String port = address.port() == HTTPS ? "" : ":" + address.port();
        URI uri = URI.create("https://" + address.host() + port + address.target());
        return http.call(new OutgoingHttp.Call(method, uri, HEADERS, new byte[0], false, timeout))
                .status();
    }
}
