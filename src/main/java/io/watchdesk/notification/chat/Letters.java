package io.watchdesk.notification.chat;

import com.ibm.icu.text.BreakIterator;
import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.Link;
import io.watchdesk.notification.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fits a message into what a service takes, counted as that service counts. */
final class Letters {

    private static final int LONGEST_TITLE = 160;
    private static final String CUT = "\u2026";

    private Letters() {}

    /** What a text costs in UTF-8. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The message as one text: title, lines, links; lines lose their end until the text costs at most the limit. */
    static String text(ChatMessage message, ToIntFunction<String> cost, int limit) {
        return fitted(message, Parts::text, cost, limit);
    }

    /** What is written from the parts of a message, with as much of its lines as the limit allows. */
    static <T> T fitted(ChatMessage message, Function<Parts, T> written, ToIntFunction<T> cost, int limit) {
        String lines = message.lines().stream()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        String title = PlainText.cut(PlainText.line(message.title()), LONGEST_TITLE);
        List<Link> links = message.links();
        T whole = written.apply(new Parts(title, lines, links));
        while (links.size() > 1 && cost.applyAsInt(written.apply(new Parts(title, "", links))) > limit) {
            links = links.subList(0, links.size() - 1);
        }
        if (cost.applyAsInt(whole) <= limit) {
            return whole;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(lines);
        int fits = 0;
        int over = lines.length();
        while (fits < over) {
            int middle = (fits + over + 1) / 2;
            T attempt = written.apply(new Parts(title, cut(lines, characters, middle), links));
            if (cost.applyAsInt(attempt) <= limit) {
                fits = middle;
            } else {
                over = middle - 1;
            }
        }
        return written.apply(new Parts(title, cut(lines, characters, fits), links));
    }

    /** Never inside what people see as one character. */
    private static String cut(String lines, BreakIterator characters, int length) {
        if (length >= lines.length()) {
            return lines;
        }
        int end = length == 0 || characters.isBoundary(length) ? length : characters.preceding(length);
        return end <= 0 ? "" : lines.substring(0, end).strip() + CUT;
    }

    /** @param lines joined with line ends, perhaps cut */
    record Parts(String title, String lines, List<Link> links) {

        /** All of it as plain text; services make addresses clickable. */
        String text() {
            String addresses = links.stream()
                    .map(link -> link.label() + ": " + link.address())
                    .collect(Collectors.joining("\n"));
            return Stream.of(title, lines, addresses)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
    }
}
