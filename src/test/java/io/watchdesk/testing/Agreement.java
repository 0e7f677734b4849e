package io.watchdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/** A table in the test resources that says what was agreed, and what it is now. */
public final class Agreement {

    private Agreement() {}

    /**
     * Fails with the lines that differ and with how to accept them.
     *
     * @param file in {@code src/test/resources}
     * @param legend lines that begin with {@code # }, which are not compared
     * @param columns heads of all columns but the first
     * @param rows cells; the first tells the row
     */
    public static void compare(String file, List<String> legend, List<String> columns, List<List<String>> rows)
            throws IOException {
        List<String> head = new ArrayList<>(List.of("endpoint"));
        head.addAll(columns);
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] wide = IntStream.range(0, head.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>(legend);
        all.forEach(row -> lines.add(IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(wide[column] - row.get(column).length()))
                .collect(Collectors.joining(" | "))
                .stripTrailing()));
        compare(file, String.join("\n", lines) + "\n");
    }

    private static void compare(String file, String actual) throws IOException {
        Path written = Path.of("target", file.replace('/', '-'));
        Files.writeString(written, actual);
        ClassPathResource resource = new ClassPathResource(file);
        String expected = resource.exists() ? resource.getContentAsString(StandardCharsets.UTF_8) : "";
        Set<String> gone = agreed(expected);
        Set<String> come = agreed(actual);
        gone.removeAll(agreed(actual));
        come.removeAll(agreed(expected));
        assertThat(gone.isEmpty() && come.isEmpty())
                .as("""
                        Somebody may do something else than src/test/resources/%s says. Agreed was:
                        %s
                        Now it is:
                        %s
                        A row that stands only in the second list is an address that is new.
                        If each of these is as it should be, copy %s over that file and say in the commit who may what and why.""", file, String.join("\n", gone), String.join("\n", come), written)
                .isTrue();
    }

    /** Widths of columns are no part of what was agreed. */
    private static Set<String> agreed(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("# ") || line.contains(" stands for "))
                .map(line -> line.replaceAll("\\s+", " "))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
