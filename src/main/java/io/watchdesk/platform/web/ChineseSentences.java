package io.watchdesk.platform.web;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the code says, in Chinese: refusals, entries of time lines, reasons, findings. The code says them in English, as formats
 * with {@code %s} and {@code %d}; the file holds each format with its translation. In it {@code %1$s} is the first value as it
 * is, because people typed it or it is a name or a number, and {@code %1$w} the first value where that is a sentence or word
 * of ours, too. What the file does not know stays English.
 */
final class ChineseSentences {

    private static final String FILE = "words/sentences-zh.json";
    static final String WORDS = "META-INF/resources/watchdesk/words/zh.json";
    private static final String NAMES = "META-INF/resources/watchdesk/words/names-zh.json";
    /** What begins with a number or ends with a bracket. */
    private static final Pattern MARKED = Pattern.compile("^%d|\\)$");
    /** What ends as sentences do, or holds a colon or a quotation. */
    private static final Pattern SENTENCE = Pattern.compile("[.!?]$|: |\"");

    private static final char FULL_WIDTH = 0x3000;
    private static final Pattern VALUE = Pattern.compile("%(?:\\d+\\$)?[,0-9]*[sdX]");
    private static final Pattern PLACE = Pattern.compile("%(\\d+)\\$([sw])");
    /** As our code writes moments into sentences: {@code 4 December 2026, 09:30}. */
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{1,2}) ("
                    + Arrays.stream(Month.values()).map(Month::name).collect(Collectors.joining("|"))
                    + ")(?: (\\d{4}))?, (\\d{2}:\\d{2})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?。！？])\\s+(?=[\\p{Lu}\\p{IsHan}\\d\"])");

    private final Map<String, String> whole = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();

    ChineseSentences() {
        this(WordBook.read(FILE));
        words.putAll(WordBook.read(NAMES));
        words.putAll(WordBook.read(WORDS));
    }

    ChineseSentences(Map<String, String> book) {
        book.forEach((english, chinese) -> {
            if (VALUE.matcher(english).find()) {
                String[] ownWords = VALUE.split(english);
                forms.add(new Form(
                        pattern(english),
                        chinese,
                        ownWords.length == 0 ? 0 : ownWords[0].length(),
                        MARKED.matcher(english).find(),
                        SENTENCE.matcher(english).find(),
                        String.join("", ownWords).length()));
            } else {
                whole.put(english, chinese);
            }
        });
        // What people typed stands at the end mostly: how a sentence begins says the most exactly which form it has.
        forms.sort(Comparator.comparingInt(Form::beginning)
                .thenComparingInt(Form::ownWords)
                .reversed());
    }

    /** What the code composed, in Chinese; one sentence by one where they are only known so. */
    String of(String english) {
        return one(english, Form::telling)
                .or(() -> parts(english)
                        .filter(parts -> parts.stream().allMatch(Optional::isPresent))
                        .map(parts -> run(english, parts)))
                .or(() -> one(english, form -> true))
                .orElseGet(() -> perhaps(english));
    }

    /**
     * The same where it may be that a person typed it: forms with few words of their own, such as {@code %s is late.}, are left
     * out, because what people type must not be taken for one.
     */
    String perhaps(String english) {
        return one(english, Form::telling)
                .or(() -> parts(english).map(parts -> run(english, parts)))
                .orElse(english);
    }

    /** What is known of several sentences, or empty for one. */
    private Optional<List<Optional<String>>> parts(String english) {
        String[] sentences = BETWEEN_SENTENCES.split(english);
        return sentences.length == 1
                ? Optional.empty()
                : Optional.of(Arrays.stream(sentences)
                        .map(sentence -> one(sentence, Form::telling))
                        .toList());
    }

    /** A word of ours, such as a level or the name of a role, or a sentence; itself where it is neither. */
    String word(String english) {
        String plain = moments(english.strip());
        String spaced = plain.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|_", " ").toLowerCase(Locale.ROOT);
        return List.of(
                        plain,
                        spaced,
                        spaced.isEmpty()
                                ? spaced
                                : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1))
                .stream()
                .filter(words::containsKey)
                .findFirst()
                .map(words::get)
                .or(() -> several(plain))
                .or(() -> SENTENCE.matcher(plain).find() ? Optional.empty() : one(plain, Form::inside))
                .orElseGet(() -> perhaps(plain));
    }

    /** Things of ours with commas between them; one that is not known stays as it is. */
    private Optional<String> several(String list) {
        List<String> parts = List.of(list.split(", | and "));
        List<String> said = parts.stream()
                .map(part -> Optional.ofNullable(words.get(part))
                        .or(() -> one(part, Form::inside))
                        .orElse(part))
                .toList();
        return parts.size() == 1 || said.equals(parts) ? Optional.empty() : Optional.of(String.join("、", said));
    }

    /** The moments in a text as people write them in Chinese. */
    private static String moments(String text) {
        return MOMENT.matcher(text)
                .replaceAll(found -> "%s%d月%s日 %s"
                        .formatted(
                                found.group(3) == null ? "" : found.group(3) + "年",
                                Month.valueOf(found.group(2).toUpperCase(Locale.ROOT))
                                        .getValue(),
                                found.group(1),
                                found.group(4)));
    }

    private Optional<String> one(String english, Predicate<Form> allowed) {
        String known = whole.get(english);
        if (known != null) {
            return Optional.of(known);
        }
        return forms.stream()
                .filter(allowed)
                .map(form -> said(form, english))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> said(Form form, String english) {
        Matcher values = form.pattern().matcher(english);
        if (!values.matches()) {
            return Optional.empty();
        }
        return Optional.of(PLACE.matcher(form.chinese()).replaceAll(place -> {
            String value = values.group(Integer.parseInt(place.group(1)));
            return Matcher.quoteReplacement(place.group(2).equals("w") ? word(value) : value);
        }));
    }

    /** Chinese sentences follow each other without a space; what is not known stays as it is. */
    private static String run(String english, List<Optional<String>> parts) {
        String[] sentences = BETWEEN_SENTENCES.split(english);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.length; i++) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) < FULL_WIDTH) {
                text.append(' ');
            }
            text.append(parts.get(i).orElse(sentences[i]));
        }
        return text.toString();
    }

    private static Pattern pattern(String format) {
        StringBuilder pattern = new StringBuilder();
        Matcher values = VALUE.matcher(format);
        int at = 0;
        while (values.find()) {
            pattern.append(Pattern.quote(format.substring(at, values.start())))
                    .append(values.group().endsWith("d") ? "([\\d,.-]+)" : "(.*?)");
            at = values.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(format.substring(at))).toString().replace("%%", "%"), Pattern.DOTALL);
    }

    /**
     * @param beginning length of what stands before the first value
     * @param marked whether it is told by a number at its beginning or a bracket at its end
     * @param sentence whether it reads as a sentence or a label, not as a few words
     * @param ownWords length of everything that is no value
     */
    private record Form(
            Pattern pattern, String chinese, int beginning, boolean marked, boolean sentence, int ownWords) {

        private static final int TELLING_BEGINNING = 3;
        private static final int TELLING_WORDS = 16;
        private static final int WORD = 6;

        boolean telling() {
            return marked || sentence && beginning >= TELLING_BEGINNING || ownWords >= TELLING_WORDS;
        }

        /** Inside of a sentence of ours a few words are ours, too. */
        boolean inside() {
            return telling() || beginning >= WORD;
        }
    }
}
