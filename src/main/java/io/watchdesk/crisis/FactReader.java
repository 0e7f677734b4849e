package io.watchdesk.crisis;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads the facts that senders send as text. What cannot be read is unknown, and that is noted. */
final class FactReader {

    private static final int LONGEST_QUOTE = 60;

    private final Map<String, String> sent;
    private final List<String> notes = new ArrayList<>();

    private FactReader(Map<String, String> sent) {
        this.sent = sent;
    }

    /** The facts without the history, which the house knows better than any sender. */
    static Read read(Map<String, String> sent) {
        FactReader reader = new FactReader(sent == null ? Map.of() : sent);
        Facts facts = new Facts(
                reader.value("mentionsRatio", FactReader::ratio),
                reader.value("hotSearch", FactReader::truth),
                reader.value("negativeShare", FactReader::percent),
                reader.value("carrier", text -> choice(Facts.Carrier.class, text)),
                reader.value("platforms", FactReader::count),
                reader.value("harm", text -> choice(Facts.Harm.class, text)),
                reader.value("accountState", text -> choice(Facts.AccountState.class, text)),
                reader.value("legal", text -> choice(Facts.Legal.class, text)),
                reader.value("cluster", text -> choice(Facts.Cluster.class, text)),
                null);
        return new Read(facts, List.copyOf(reader.notes));
    }

    private <T> T value(String name, Function<String, T> reading) {
        String text = sent.get(name);
        if (text == null || text.isBlank() || text.strip().equalsIgnoreCase("unknown")) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (Refused | IllegalArgumentException unreadable) {
            notes.add("The value \"%s\" of %s cannot be read and counts as unknown.".formatted(quoted(text), name));
            return null;
        }
    }

    private static Double ratio(String text) {
        return within(Double.parseDouble(text.replaceFirst("\\s*[x×倍]$", "")), Double.MAX_VALUE);
    }

    private static Integer percent(String text) {
        return (int) Math.round(within(Double.parseDouble(text.replaceFirst("\\s*[%％]$", "")), 100));
    }

    private static Integer count(String text) {
        return (int) within(Integer.parseInt(text), Integer.MAX_VALUE);
    }

    private static double within(double number, double highest) {
        if (!(number >= 0 && number <= highest)) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "是" -> true;
            case "false", "no", "0", "否" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }

    private static <T extends Enum<T>> T choice(Class<T> type, String text) {
        return Outcomes.parse(type, text);
    }

    private static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    /**
     * What could be read.
     *
     * @param notes a sentence for each value that could not
     */
    record Read(Facts facts, List<String> notes) {}
}
