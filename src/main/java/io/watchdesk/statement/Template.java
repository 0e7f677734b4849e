package io.watchdesk.statement;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.statement.StatementDesk.Composed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prepared text. {@code {{apology}}} stands where the element goes, {@code {{nextWord}}} where the promise goes.
 *
 * @param id kebab-case
 * @param scenario as in {@link io.watchdesk.crisis.Crisis#scenario}
 * @param channel {@code article} or {@code post}: how much room there is
 * @param tone for example {@code formal} or {@code warm}
 * @param language {@code zh} or {@code en}
 * @param phrases what it offers for an element
 */
public record Template(
        String id,
        String scenario,
        String channel,
        String tone,
        String language,
        String title,
        String body,
        Map<Element, String> phrases) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

    /** The text with these elements; a paragraph falls away when an element in it is empty. */
    Composed fill(Map<Element, String> elements, Instant nextWord, ZoneId zone) {
        String filled = Arrays.stream(body.strip().split("\\R\\s*\\R"))
                .map(paragraph -> paragraph(paragraph.strip(), elements, nextWord, zone))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return new Composed(title.strip(), filled);
    }

    private String paragraph(String paragraph, Map<Element, String> elements, Instant nextWord, ZoneId zone) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(paragraph);
        while (place.find()) {
            String words = words(place.group(1), elements, nextWord, zone);
            if (words.isBlank()) {
                return "";
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(words.strip()));
        }
        return place.appendTail(filled).toString();
    }

    private String words(String name, Map<Element, String> elements, Instant nextWord, ZoneId zone) {
        Element element = Outcomes.parse(Element.class, name);
        if (element == Element.NEXT_WORD) {
            return nextWord == null ? "" : NextWord.sentence(nextWord, zone, language);
        }
        String given = elements.get(element);
        return given == null ? "" : given;
    }

    /** Whether braces stand in its text that are no place. */
    boolean hasBrokenPlace() {
        String rest = PLACE.matcher(body).replaceAll("");
        return rest.contains("{{") || rest.contains("}}");
    }

    /** The elements that its text has a place for. */
    Set<String> places() {
        return PLACE.matcher(body).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
