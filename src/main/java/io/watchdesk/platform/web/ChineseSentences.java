package io.watchdesk.platform.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refusals in Chinese. The code says them in English, as formats with {@code %s} and {@code %d}; the file holds each format
 * with its translation, in which {@code %1$s} is the first value. What the file does not know stays English.
 */
final class ChineseSentences {

    private static final String FILE = "words/sentences-zh.json";
    private static final Pattern VALUE = Pattern.compile("%(?:\\d+\\$)?[sd]");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{IsHan}\"])");

    private final Map<String, String> whole = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    ChineseSentences() {
        this(WordBook.read(FILE));
    }

    ChineseSentences(Map<String, String> book) {
        book.forEach((english, chinese) -> {
            if (VALUE.matcher(english).find()) {
                forms.add(new Form(
                        pattern(english),
                        chinese,
                        VALUE.matcher(english).replaceAll("").length()));
            } else {
                whole.put(english, chinese);
            }
        });
        // The form with the most words of its own says the most exactly what is meant.
        forms.sort(Comparator.comparingInt(Form::ownWords).reversed());
    }

    /** The sentences in Chinese, one by one where they are only known so. */
    String of(String english) {
        return one(english).orElseGet(() -> {
            String[] sentences = BETWEEN_SENTENCES.split(english);
            if (sentences.length == 1) {
                return english;
            }
            List<String> said = new ArrayList<>();
            for (String sentence : sentences) {
                said.add(one(sentence).orElse(sentence));
            }
            return said.stream().collect(Collectors.joining(" "));
        });
    }

    private Optional<String> one(String english) {
        String known = whole.get(english);
        if (known != null) {
            return Optional.of(known);
        }
        return forms.stream()
                .map(form -> form.said(english))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Pattern pattern(String format) {
        StringBuilder pattern = new StringBuilder();
        Matcher values = VALUE.matcher(format);
        int at = 0;
        while (values.find()) {
            pattern.append(Pattern.quote(format.substring(at, values.start())))
                    .append(values.group().endsWith("d") ? "([\\d,.]+)" : "(.*?)");
            at = values.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(format.substring(at))).toString(), Pattern.DOTALL);
    }

    private record Form(Pattern pattern, String chinese, int ownWords) {

        Optional<String> said(String english) {
            Matcher values = pattern.matcher(english);
            if (!values.matches()) {
                return Optional.empty();
            }
            Object[] found = new Object[values.groupCount()];
            for (int i = 0; i < found.length; i++) {
                found[i] = values.group(i + 1);
            }
            return Optional.of(chinese.formatted(found));
        }
    }
}
