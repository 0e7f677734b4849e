package io.watchdesk.hostile;

import io.watchdesk.hostile.BadInput.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends many bad inputs and keeps what became of them. */
final class Siege {

    /** Nobody waits longer for a refusal. */
    static final long LONGEST_MILLIS = 2_000;

    private static final int AT_ONCE = 4;
    private static final int FIRST_FAULT = 500;
    private static final int UNREADY = 503;

    /** What RFC 9110 and 9112 tell a server to answer: no such transfer coding here, no such version. */
    private static final Set<Integer> OF_THE_PROTOCOL = Set.of(501, 505);

    /**
     * Traces, names of classes, SQL, addresses of the database, paths of this machine. One kind of error has a name that the
     * webapps treat in their own way.
     */
    private static final Pattern INSIDE = Pattern.compile(
            "(?m)^\\s*at [\\w.$]+\\(|\\b(?:org|com|io|java|javax|jakarta)\\.[a-z]\\w*\\.[\\w.]*[A-Z]\\w*"
                    + "|(?!AuthorizationException\\b)\\b\\w+(?:Exception|Error)\\b|jdbc:|(?i)\\b(?:select|insert into|update)\\b.{1,80}\\b(?:ACT_|from )|/root/|/tmp/");

    private final Wire wire;
    private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);
    private final List<String> breaches = new ArrayList<>();
    private final List<BadInput> slow = new ArrayList<>();

    private static final class Row {
        private int sent;
        private int taken;
        private int refused;
        private int unanswered;
        private int ofTheProtocol;
        private int faults;
        private int leaks;
        private int late;
        private int slow;
        private long slowest;
        private final Map<Integer, Integer> statuses = new TreeMap<>();
    }

    Siege(Wire wire) {
        this.wire = wire;
    }

    void send(List<BadInput> inputs) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> sent = new ArrayList<>();
            inputs.forEach(input -> sent.add(senders.submit(() -> judge(input, wire.send(input)))));
            for (Future<?> one : sent) {
                one.get();
            }
            for (BadInput input : slow) {
                alone(input);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** What must not be, one line for each. */
    List<String> breaches() {
        return breaches;
    }

    private synchronized void judge(BadInput input, Wire.Reply reply) {
        Row row = rows.computeIfAbsent(input.kind(), kind -> new Row());
        row.sent++;
        row.statuses.merge(reply.status(), 1, Integer::sum);
        row.slowest = Math.max(row.slowest, reply.millis());
        if (reply.millis() > LONGEST_MILLIS) {
            row.late++;
            slow.add(input);
        }
        if (reply.status() == 0) {
            row.unanswered++;
            if (input.kind() != Kind.HEADER) {
                breach("has no answer", input, reply);
            }
        } else if (input.kind() == Kind.HEADER && OF_THE_PROTOCOL.contains(reply.status())) {
            row.ofTheProtocol++;
        } else if (reply.status() == UNREADY && input.line().contains(" /health/ready")) {
            row.taken++;
        } else if (reply.status() >= FIRST_FAULT) {
            row.faults++;
            breach("is answered " + reply.status(), input, reply);
        } else if (reply.status() >= 400) {
            row.refused++;
            leak(row, input, reply);
        } else {
            row.taken++;
        }
    }

    /** On a machine that does other things too, only what is slow again and alone is slow by itself. */
    private synchronized void alone(BadInput input) {
        Wire.Reply reply = wire.send(input);
        if (reply.millis() > LONGEST_MILLIS) {
            rows.get(input.kind()).slow++;
            breach("took %d ms".formatted(reply.millis()), input, reply);
        }
    }

    /** What was sent may come back in an answer and is no leak. */
    private void leak(Row row, BadInput input, Wire.Reply reply) {
        Matcher inside = INSIDE.matcher(reply.text());
        String sent = input.line() + new String(input.body(), java.nio.charset.StandardCharsets.UTF_8);
        while (inside.find()) {
            if (!sent.contains(inside.group().strip())) {
                row.leaks++;
                breach("tells \"" + inside.group() + "\"", input, reply);
                return;
            }
        }
    }

    private void breach(String what, BadInput input, Wire.Reply reply) {
        String answer = reply.text().replaceAll("\\s+", " ");
        breaches.add("%s: %s -> %s".formatted(what, input, answer.substring(0, Math.min(500, answer.length()))));
    }

    /** A table of what was sent and what became of it. */
    String table() {
        StringBuilder table = new StringBuilder("%-7s %6s %6s %8s %7s %9s %5s %6s %6s %6s %12s  statuses%n"
                .formatted(
                        "kind", "sent", "2xx/3xx", "4xx", "closed", "501/505", "5xx", "leaks", ">2 s", "again",
                        "slowest"));
        rows.forEach((kind, row) -> table.append("%-7s %6d %6d %8d %7d %9d %5d %6d %6d %6d %9d ms  %s%n"
                .formatted(
                        kind,
                        row.sent,
                        row.taken,
                        row.refused,
                        row.unanswered,
                        row.ofTheProtocol,
                        row.faults,
                        row.leaks,
                        row.late,
                        row.slow,
                        row.slowest,
                        row.statuses)));
        return table.toString();
    }
}
