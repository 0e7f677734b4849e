package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    void the_sources_of_the_product_are_short_and_say_what_they_mean() {
        assertThat(String.join("\n", SourceRules.check(MAIN, 330))).isEmpty();
    }

    @Test
    void the_sources_of_the_tests_are_short_and_say_what_they_mean() {
        assertThat(String.join("\n", SourceRules.check(TEST, 500))).isEmpty();
    }

    @Test
    void rows_that_others_refer_to_are_locked_in_the_words_of_the_database() throws IOException {
        String tables = "(?:%s)".formatted(String.join("|", referredTo()));
        Pattern fromOne = Pattern.compile("from " + tables + "\\b");
        List<String> plain = new ArrayList<>();
        for (Path file : files(MAIN, ".java")) {
            String source = Files.readString(file);
            source.lines()
                    .filter(line -> line.contains(" for update"))
                    // A condition alone is of whichever table its file reads.
                    .filter(line -> fromOne.matcher(line.contains("from ") ? line : source)
                            .find())
                    .forEach(line -> plain.add("%s: %s".formatted(file.getFileName(), line.strip())));
        }
        assertThat(plain).as("RowLock says how").isEmpty();
    }

    private static Set<String> referredTo() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path migration : files(Path.of("src/main/resources/db"), ".sql")) {
            Pattern.compile("(?i)references (\\w+)")
                    .matcher(Files.readString(migration))
                    .results()
                    .forEach(reference -> tables.add(reference.group(1)));
        }
        assertThat(tables).contains("crisis", "publication");
        return tables;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void no_test_is_switched_off_and_nothing_is_left_for_later() throws IOException {
        String later = "TO" + "DO";
        try (Stream<Path> files = Stream.concat(Files.walk(MAIN), Files.walk(TEST))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("@" + Disabled.class.getSimpleName() + "\n")
                            .doesNotContain("@" + Disabled.class.getSimpleName() + "(")
                            .doesNotContain(later));
        }
    }
}
