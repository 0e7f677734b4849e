package io.watchdesk.hostile;

import io.watchdesk.hostile.BadInput.Kind;
import io.watchdesk.hostile.BadInput.Sender;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** The same bad inputs for the same seed. */
final class BadInputs {

    private static final String JSON = "Content-Type: application/json";

    private static final List<String> TYPES = List.of(
            "application/json; charset=utf-7",
            "application/json; charset=no-such-thing",
            "application/json; charset=\"",
            "application/xml",
            "text/plain",
            "text/calendar",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"\u00e9 x\"",
            "application/x-java-serialized-object",
            "a/b/c",
            "/",
            ";",
            "*/*");

    private static final List<String> PLAIN_PLACES = List.of(
            "/",
            "/site",
            "/site/newsroom",
            "/site/newsroom/feed.atom",
            "/site/media/A-1",
            "/feeds/oncall/x.ics",
            "/crisis/ack/x",
            "/health/ready",
            "/camunda/app/tasklist/default/",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/cockpit/plugin/base/default/incident",
            "/camunda/api/admin/auth/user/default",
            "/watchdesk/forms.js",
            "/nothing");

    private final Random random;
    private final BadValues values;
    private final List<Endpoint> endpoints;
    private final boolean administratorWrites;
    private int number;

    /** @param administratorWrites whether Camunda's API is written to with all rights, which changes the installation */
    BadInputs(long seed, List<Endpoint> endpoints, boolean administratorWrites) {
        this.random = new Random(seed);
        this.values = new BadValues(random);
        this.endpoints = endpoints;
        this.administratorWrites = administratorWrites;
    }

    BadInput next() {
        number++;
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> json(Kind.JSON, false);
            case 3, 4 -> json(Kind.UTF8, true);
            case 5 -> mime();
            case 6, 7, 8 -> url();
            default -> header();
        };
    }

    private BadInput json(Kind kind, boolean broken) {
        if (values.in(3)) {
            return hook(kind, broken);
        }
        Endpoint endpoint;
        do {
            endpoint = values.any(endpoints);
        } while (endpoint.reads() || endpoint.upload());
        String json = values.json(endpoint.body() == null ? null : Endpoints.typeOf(endpoint.body()));
        return new BadInput(
                number,
                kind,
                sender(endpoint),
                line(endpoint.method(), path(endpoint)),
                List.of(JSON),
                values.bytes(json, broken));
    }

    /** Signed rightly, or it would get no further than the signature. */
    private BadInput hook(Kind kind, boolean broken) {
        boolean alerts = values.in(2);
        List<String> fields = new ArrayList<>();
        for (String field : alerts
                ? List.of("version", "groupKey", "status", "externalURL")
                : List.of("title", "text", "account", "topic", "link", "occurredAt", "id", "facts", "timestamp")) {
            if (!values.in(4)) {
                fields.add(values.quoted(field) + ":" + plainOrBad());
            }
        }
        if (alerts) {
            fields.add("\"version\":\"4\"");
            fields.add(("\"alerts\":[{\"status\":%s,\"labels\":%s,\"annotations\":%s,\"startsAt\":%s,\"endsAt\":%s,"
                            + "\"fingerprint\":%s}]")
                    .formatted(
                            values.in(2) ? "\"firing\"" : plainOrBad(),
                            values.in(2) ? "{\"alertname\":" + plainOrBad() + "}" : plainOrBad(),
                            values.in(2) ? "{\"summary\":" + plainOrBad() + "}" : plainOrBad(),
                            plainOrBad(),
                            plainOrBad(),
                            plainOrBad()));
        }
        String json = values.in(6) ? values.json(null) : "{" + String.join(",", fields) + "}";
        String path = alerts ? "/hooks/alertmanager/prometheus" : "/hooks/signals/monitor";
        Sender sender = values.in(10) ? Sender.NOBODY : alerts ? Sender.ALERTMANAGER : Sender.MONITOR;
        return new BadInput(number, kind, sender, line("POST", path), List.of(JSON), values.bytes(json, broken));
    }

    private String plainOrBad() {
        return values.in(2) ? values.quoted(values.text()) : values.json(null);
    }

    private BadInput mime() {
        Endpoint endpoint;
        do {
            endpoint = values.any(endpoints);
        } while (endpoint.reads() || !endpoint.upload() && !values.in(40));
        String boundary = "b" + random.nextInt(1_000);
        StringBuilder body = new StringBuilder();
        for (int parts = values.in(10) ? 600 : random.nextInt(4); parts > 0; parts--) {
            body.append("--").append(boundary).append(values.in(10) ? "\n" : "\r\n");
            body.append("Content-Disposition: ")
                    .append(values.in(6) ? values.shortText() : "form-data")
                    .append("; name=\"")
                    .append(values.in(3) ? values.shortText() : values.any(List.of("file", "kind", "caption")))
                    .append("\"; filename")
                    .append(values.in(4) ? "*=utf-8''%zz" : "=\"" + values.shortText() + "\"")
                    .append("\r\n");
            body.append("Content-Type: ")
                    .append(values.in(2) ? values.any(TYPES) : "image/png")
                    .append("\r\n");
            body.append(values.in(8) ? "Content-Transfer-Encoding: base64\r\n" : "")
                    .append(values.in(8) ? "" : "\r\n");
            body.append(values.shortText()).append("\r\n");
        }
        body.append(values.in(3) ? "" : "--" + boundary + "--\r\n");
        String type = values.in(4)
                ? values.any(TYPES)
                : "multipart/form-data; boundary=" + (values.in(5) ? "other" : boundary);
        return new BadInput(
                number,
                Kind.MIME,
                sender(endpoint),
                line(endpoint.method(), path(endpoint)),
                List.of("Content-Type: " + type),
                values.bytes(body.toString(), values.in(4)));
    }

    private BadInput url() {
        if (values.in(4)) {
            String path = values.any(PLAIN_PLACES)
                    + values.any(List.of("", "/", "?page=", "?x="))
                    + encoded(values.text(), 3_000);
            Sender sender = values.any(List.of(Sender.NOBODY, Sender.ADMINISTRATOR));
            return new BadInput(number, Kind.URL, sender, line("GET", path), List.of(), new byte[0]);
        }
        Endpoint endpoint = values.any(endpoints);
        StringBuilder path = new StringBuilder(path(endpoint));
        List<String> names = endpoint.parameters();
        for (int parameters = random.nextInt(4); parameters > 0; parameters--) {
            String name = names.isEmpty() || values.in(8) ? values.shortText() : values.any(names);
            path.append(path.indexOf("?") < 0 ? "?" : "&")
                    .append(encoded(name, 200))
                    .append("=")
                    .append(encoded(values.text(), 1_500));
        }
        byte[] body = endpoint.reads() ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8);
        return new BadInput(
                number,
                Kind.URL,
                sender(endpoint),
                line(endpoint.method(), path.toString()),
                endpoint.reads() ? List.of() : List.of(JSON),
                body);
    }

    private BadInput header() {
        Endpoint endpoint = values.any(endpoints);
        String path = values.in(3) ? values.any(PLAIN_PLACES) : path(endpoint);
        String body = endpoint.body() == null ? "{}" : values.json(Endpoints.typeOf(endpoint.body()));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>();
        if (!values.in(4)) {
            headers.add(JSON);
        }
        String line = line(endpoint.method(), path);
        switch (random.nextInt(22)) {
            case 0 ->
                headers.add("Accept: "
                        + values.any(List.of("x", "a/b;q=z", "image/png", "application/hal+json", "*/*;q=9", ",")));
            case 1 -> headers.add("Accept-Language: " + "zh,".repeat(2_000));
            case 2 -> headers.add("Accept-Language: " + latin(values.shortText()));
            case 3 -> headers.add("Accept-Charset: no-such-thing;q=x");
            case 4 -> {
                headers.clear();
                headers.add("Content-Type: " + values.any(TYPES));
            }
            case 5 -> headers.add("Cookie: JSESSIONID=" + latin(values.shortText()) + "; $Version=1; a");
            case 6 ->
                headers.add("Range: bytes=" + values.any(List.of("9-1", "-", "0-,0-,0-", "99999999999999999999-")));
            case 7 -> headers.add("If-Modified-Since: " + latin(values.shortText()));
            case 8 -> headers.add("If-None-Match: " + "\"x\",".repeat(1_000));
            case 9 -> headers.add("X-Forwarded-For: " + latin(values.shortText()));
            case 10 -> headers.add("Content-Length: " + values.any(List.of("-1", "x", "0, 5", "99999999999999999999")));
            case 11 ->
                headers.add("Transfer-Encoding: "
                        + values.any(List.of("chunked", "gzip, chunked", "x", "chunked, chunked")));
            case 12 -> headers.add("Expect: " + values.any(List.of("100-continue", "200-ok")));
            case 13 -> {
                headers.add("Content-Encoding: gzip");
                bytes = bomb();
            }
            case 14 -> headers.add("X-Long: " + "a".repeat(20_000));
            case 15 -> {
                for (int header = 0; header < 200; header++) {
                    headers.add("X-" + header + ": " + header);
                }
            }
            case 16 -> headers.add("X bad name: x");
            case 17 -> headers.add("X-Control: a\u0001\u0000b");
            case 18 ->
                headers.add("Origin: " + values.any(List.of("null", "https://evil.example", "://", "x".repeat(3_000))));
            case 19 ->
                headers.add("Authorization: "
                        + values.any(List.of(
                                "Basic", "Basic %%%", "Bearer \u00ff", "Digest x=\"", "Basic " + "A".repeat(4_000))));
            case 20 ->
                line = values.any(List.of("PROPFIND", "TRACE", "get", "G\u0001T", "PATCH", "OPTIONS", "HEAD")) + " "
                        + path + " HTTP/1.1";
            default ->
                line = endpoint.method() + " " + path
                        + values.any(List.of(" HTTP/1.0", " HTTP/9.9", "", " HTTP/1.1 x", " http/1.1"));
        }
        return new BadInput(number, Kind.HEADER, sender(endpoint), line, headers, bytes);
    }

    private Sender sender(Endpoint endpoint) {
        if (endpoint.isCamundas() && !endpoint.reads() && !administratorWrites) {
            return values.in(4) ? Sender.NOBODY : Sender.WRITER;
        }
        return values.any(List.of(Sender.NOBODY, Sender.WRITER, Sender.ADMINISTRATOR, Sender.ADMINISTRATOR));
    }

    private String path(Endpoint endpoint) {
        StringBuilder path = new StringBuilder();
        for (String segment : endpoint.path().split("(?=/)")) {
            boolean chosen = segment.indexOf('{') >= 0;
            boolean engine = path.toString().endsWith("/camunda/api/engine/engine");
            path.append(chosen ? "/" + (engine ? "default" : chosen(segment)) : segment);
        }
        return path.toString();
    }

    private String chosen(String segment) {
        String suffix = segment.substring(segment.lastIndexOf('}') + 1);
        String value = values.in(2)
                ? values.any(List.of("none", "C-1001", "CR-1001", "newsroom", "signal-assessment", "admin", "1"))
                : encoded(values.text(), 300);
        return value + suffix;
    }

    private static String line(String method, String target) {
        return method + " " + target + " HTTP/1.1";
    }

    /** Encoded as a browser would, or half, or not at all. */
    private String encoded(String text, int most) {
        String cut = text.length() > most ? text.substring(0, most) : text;
        String encoded = URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
        return switch (random.nextInt(8)) {
            case 0 -> latin(cut).replaceAll("[\\r\\n ]", "");
            case 1 -> encoded.replaceFirst("%", "%%");
            case 2 -> encoded + values.any(List.of("%", "%f", "%ff%fe", "%c0%af", "%2f..%2f", ";x=1", "%e2%80"));
            default -> encoded;
        };
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replaceAll("[\\r\\n]", "");
    }

    /** Ten million blanks in ten thousand bytes. */
    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Which addresses there are for each method, for the report. */
    static Map<String, Long> counted(List<Endpoint> endpoints) {
        return endpoints.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        endpoint -> endpoint.isCamundas() ? "Camunda's" : "ours",
                        java.util.TreeMap::new,
                        java.util.stream.Collectors.counting()));
    }
}
