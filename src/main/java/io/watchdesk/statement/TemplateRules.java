package io.watchdesk.statement;

import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a template must be, wherever it is written. */
final class TemplateRules {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private TemplateRules() {}

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static boolean isLanguage(String language) {
        return LANGUAGES.contains(language);
    }

    static boolean isElement(String name) {
        return Stream.of(Element.values()).map(Outcomes::text).anyMatch(name::equals);
    }

    static List<Flaw> flaws(Template template) {
        List<Flaw> flaws = new ArrayList<>();
        if (!isId(template.id())) {
            flaws.add(new Flaw("id", "The id must be small letters, digits and single dashes."));
        }
        if (!isLanguage(template.language())) {
            flaws.add(new Flaw("language", "The language must be zh or en."));
        }
        template.places().stream()
                .filter(place -> !isElement(place))
                .sorted()
                .forEach(place -> flaws.add(new Flaw(
                        "body", "{{%s}} is no placeholder. There are these: %s.".formatted(place, elements()))));
        if (template.hasBrokenPlace()) {
            flaws.add(new Flaw(
                    "body", "A placeholder is written without spaces between two pairs of braces, such as {{facts}}."));
        }
        if (template.title().contains("{{")) {
            flaws.add(new Flaw("title", "Titles have no placeholders."));
        }
        return flaws;
    }

    private static String elements() {
        return Stream.of(Element.values())
                .map(element -> "{{" + Outcomes.text(element) + "}}")
                .collect(Collectors.joining(", "));
    }
}
