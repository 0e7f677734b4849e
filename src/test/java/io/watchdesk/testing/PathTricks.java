package io.watchdesk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ways to write a path that no client would use by itself, sent as they are written. */
public final class PathTricks {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int LONGEST_STATUS_LINE = 40;

    private PathTricks() {}

    /** Forty ways to write one path. */
    public static List<String> variants(String path) {
        List<String> variants = new ArrayList<>();
        int second = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
        String first = path.substring(1, second);
        String rest = path.substring(second);
        String encoded = "%" + Integer.toHexString(first.charAt(0)) + first.substring(1);
        for (String head : List.of(
                "/" + first,
                "//" + first,
                "///" + first,
                "/./" + first,
                "/x/../" + first,
                "/x/..;/" + first,
                "/;/" + first,
                "/;x=1/" + first,
                "/" + first + ";x=1",
                "/" + first + ";",
                "/" + encoded,
                "/%2e/" + first,
                "/%2f" + first,
                "/\\" + first,
                "/x/%2e%2e/" + first,
                "/site/../" + first,
                "/health/..;/" + first,
                "/hooks/../" + first,
                "/crisis/ack/../../" + first,
                "/feeds/..%2f" + first,
                "/" + first.toUpperCase(Locale.ROOT),
                "/" + first + "%20",
                "/%20" + first,
                "/" + first + "%00",
                "/" + first + "%09",
                "/watchdesk/..;/" + first,
                "/" + first + "/.",
                "/" + first + "//",
                "/" + first + "/x/..",
                "/" + first + "/;a=b")) {
            variants.add(head + rest);
        }
        for (String tail :
                List.of("/", ".", ";", ";jsessionid=1", "%20", "%2e", ".json", "?x=1", "/..;/", "%00", "..%2f")) {
            variants.add(path + tail);
        }
        return variants;
    }

    /** The first line of the answer to a request as it is written here; no client library mends it. */
    public static String statusLine(URI root, String requestLine) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            String head = new String(answer.readNBytes(LONGEST_STATUS_LINE), StandardCharsets.ISO_8859_1);
            return head.contains("\r") ? head.substring(0, head.indexOf('\r')) + " " : head;
        }
    }
}
