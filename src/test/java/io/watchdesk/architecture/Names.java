package io.watchdesk.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns one name into its other spellings: label, element id, file, bean. */
final class Names {

    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
    static final Pattern UPPER_CAMEL = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private static final Pattern EXPRESSION = Pattern.compile("[:(\\-–\"“ ]*[$#]\\{[^}]*}[)\"”]*");
    private static final Pattern CAMEL_WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z][a-z]*|[0-9]+|[a-z]+");
    private static final Set<String> LITTLE_WORDS = Set.of(
            "a", "an", "the", "is", "are", "was", "were", "of", "to", "for", "by", "in", "on", "at", "and", "it", "has",
            "its");

    private Names() {}

    /** A label without the expressions that say which item it is about. */
    static String label(String name) {
        return name == null ? "" : EXPRESSION.matcher(name).replaceAll("").strip();
    }

    static List<String> words(String label) {
        return Arrays.stream(label.split("[^\\p{L}\\p{N}']+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    static List<String> camelWords(String camel) {
        List<String> words = new ArrayList<>();
        Matcher matcher = CAMEL_WORD.matcher(camel);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Whether a label and a camel-case name say the same, little words aside. */
    static boolean agree(String label, String camel) {
        return weighty(words(label.replace("'", ""))).equals(weighty(camelWords(camel)));
    }

    private static String weighty(List<String> words) {
        return String.join(
                "",
                words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(word -> !LITTLE_WORDS.contains(word))
                        .toList());
    }

    /** {@code WriteDraft} from {@code UserTask_WriteDraft}. */
    static String ofElement(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    static String decapitalised(String camel) {
        return camel.isEmpty() ? camel : camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
    }

    static String capitalised(String camel) {
        return camel.isEmpty() ? camel : camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1);
    }

    /** {@code write-draft} from {@code WriteDraft}. */
    static String kebab(String camel) {
        return String.join(
                "-",
                camelWords(camel).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** {@code ContentReview} from {@code content-review}. */
    static String camel(String kebab) {
        return String.join(
                "", Arrays.stream(kebab.split("-")).map(Names::capitalised).toList());
    }
}
