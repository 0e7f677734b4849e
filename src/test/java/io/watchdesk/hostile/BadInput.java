package io.watchdesk.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request that nobody well-meaning would send.
 *
 * @param number its place in the run of its seed
 * @param line method, target and version
 * @param headers complete lines, without those that the sender adds for whom it speaks
 */
record BadInput(int number, Kind kind, Sender sender, String line, List<String> headers, byte[] body) {

    /** What is wrong with it. */
    enum Kind {
        JSON,
        UTF8,
        MIME,
        URL,
        HEADER
    }

    /** As whom it is sent. */
    enum Sender {
        NOBODY,
        MONITOR,
        ALERTMANAGER,
        WRITER,
        ADMINISTRATOR
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return "#%d %s as %s: %s %s %s"
                .formatted(number, kind, sender, cut(line, 200), cut(headers.toString(), 200), cut(text, 400));
    }

    private static String cut(String text, int most) {
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > most ? shown.substring(0, most) + "..." : shown;
    }
}
