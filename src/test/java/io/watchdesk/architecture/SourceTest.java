package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
