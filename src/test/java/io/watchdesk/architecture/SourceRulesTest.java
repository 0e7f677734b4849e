package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceRulesTest {

    @TempDir
    private Path sources;

    @Test
    void a_public_type_without_a_sentence_is_found() throws IOException {
        write("Parcel.java", "package parcels; public record Parcel(String id) {}");

        assertThat(SourceRules.check(sources, 330))
                .singleElement()
                .asString()
                .contains("Parcel: is public and says not");
    }

    @Test
    void a_documented_type_and_a_private_one_are_fine() throws IOException {
        write("Parcel.java", "package parcels; /** What comes back. */ public record Parcel(String id) {}");
        write("Shelf.java", "package parcels; class Shelf {}");

        assertThat(SourceRules.check(sources, 330)).isEmpty();
    }

    @Test
    void a_long_file_is_found() throws IOException {
        write("Shelf.java", "package parcels; class Shelf {" + "\n".repeat(400) + "}");

        assertThat(SourceRules.check(sources, 330)).singleElement().asString().contains("has 401 lines");
    }

    @Test
    void a_delegate_that_decides_talks_or_rambles_is_found() throws IOException {
        write(
                "CleverDelegate.java",
                "package parcels.process; class CleverDelegate { void execute(int n) { if (n > 1) { say(\"refused\"); }"
                        + "\n".repeat(30) + "} void say(String word) {} }");

        assertThat(SourceRules.check(sources, 330))
                .anySatisfy(breach -> assertThat(breach).contains("a delegate has no \"if\""))
                .anySatisfy(breach -> assertThat(breach).contains("contains the text refused"))
                .anySatisfy(breach -> assertThat(breach).contains("has 30 lines"));
    }

    private void write(String file, String source) throws IOException {
        Files.writeString(sources.resolve(file), source);
    }
}
