package io.watchdesk.desk.registers;

import java.util.Locale;
import java.util.Map;

/**
 * Which entries are asked for.
 *
 * @param text stands anywhere in the entry, whatever its case; empty for all
 * @param filters wanted words by column id; empty words are left out
 */
public record Search(String text, Map<String, String> filters) {

    /** Everything that is in force or retired. */
    public static final Search ALL = new Search("", Map.of());

    /** Whether the entry is one of them. */
    boolean finds(Entry entry) {
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            if (!entry.text(filter.getKey()).equals(filter.getValue())) {
                return false;
            }
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || entry.fields().values().stream()
                        .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
