package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Every sentence that the code composes is known in Chinese. What nobody reads in a page, a mail or a form stands in {@code
 * words/not-said.txt} with the reason: a source or folder, {@code *} and how names of sources end, or {@code =} and a text, then
 * a bar and why.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpokenSourceTest {

    private static final Path CODE = Path.of("src/main/java/io/watchdesk");
    private static final Path NOT_SAID = Path.of("src/test/resources/words/not-said.txt");

    private final Map<String, String> notSaid = notSaid();

    @Test
    void every_sentence_of_the_code_is_known_in_chinese() throws IOException {
        Map<String, String> known = new TreeMap<>(WordBook.read("words/sentences-zh.json"));
        known.putAll(WordBook.read("META-INF/resources/watchdesk/words/zh.json"));
        known.putAll(WordBook.read("META-INF/resources/watchdesk/words/names-zh.json"));
        List<String> missing = new ArrayList<>();
        TreeSet<String> needed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = CODE.relativize(file).toString();
                for (String text : SourceFormats.of(Files.readString(file))) {
                    if (SourceFormats.isSaid(text) && !known.containsKey(text)) {
                        exception(source, text)
                                .ifPresentOrElse(needed::add, () -> missing.add("%s: %s".formatted(source, text)));
                    }
                }
            }
        }

        assertThat(missing)
                .as("not in words/sentences-zh.json, and not in %s with a reason", NOT_SAID)
                .isEmpty();
        assertThat(needed).as("%s holds what is needed only", NOT_SAID).isEqualTo(notSaid.keySet());
    }

    @Test
    void joined_texts_are_one_format() {
        assertThat(SourceFormats.of("""
                        String one = "It is " + (late ? "so late" : "early") + " for " + names.get("a, b").of(c) + ".";
                        throw new Refused("Say \\"why\\"; " /* not this "text" */
                                + "at most %d characters.".formatted(most));
                        throw new IllegalStateException("Nobody reads this.");
                        """))
                .containsExactly("It is %s for %s.", "so late", "early", "a, b", "Say \"why\"; at most %d characters.");
    }

    @Test
    void words_are_told_from_names_and_statements() {
        assertThat(List.of("It is late.", "%s is late.", "late by %s", "the holder"))
                .allMatch(SourceFormats::isSaid);
        assertThat(List.of("select a from b", "content.opened", "%s-%s", "PT5M", "text/html", "Draft"))
                .noneMatch(SourceFormats::isSaid);
    }

    private java.util.Optional<String> exception(String source, String text) {
        return notSaid.keySet().stream()
                .filter(entry -> switch (entry.charAt(0)) {
                    case '=' -> entry.equals("=" + text);
                    case '*' -> source.endsWith(entry.substring(1));
                    default -> source.startsWith(entry);
                })
                .findFirst();
    }

    private static Map<String, String> notSaid() {
        try {
            return Files.readAllLines(NOT_SAID).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" \\| ", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
