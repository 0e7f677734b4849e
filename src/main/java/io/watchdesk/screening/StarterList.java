package io.watchdesk.screening;

import io.watchdesk.platform.People;
import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Host;
import io.watchdesk.screening.WordList.Verdict;
import io.watchdesk.screening.WordList.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the list of the product in force at the very first start; later versions are the editors' own. */
@Component
@Order(0)
class StarterList implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StarterList.class);

    private final WordLists lists;

    StarterList(WordLists lists) {
        this.lists = lists;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!lists.any()) {
            Entries entries = read();
            String version = lists.activate(entries, People.SYSTEM);
            LOG.info(
                    "The starter word list {} with {} words is in force.",
                    version,
                    entries.words().size());
        }
    }

    /** The entries that the product brings along. */
    static Entries read() {
        return new Entries(
                rows("words.csv", 4).stream()
                        .map(row -> new Word(row.get(0), severity(row.get(1)), row.get(2), row.get(3)))
                        .toList(),
                rows("allow.csv", 2).stream()
                        .map(row -> new Allowed(row.get(0), row.get(1)))
                        .toList(),
                rows("links.csv", 3).stream()
                        .map(row ->
                                new Host(row.get(0), Verdict.valueOf(row.get(1).toUpperCase(Locale.ROOT)), row.get(2)))
                        .toList());
    }

    private static Finding.Severity severity(String text) {
        return Finding.Severity.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static List<List<String>> rows(String file, int columns) {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (String line : text(file).split("\n")) {
            number++;
            if (number == 1 || line.isBlank()) {
                continue;
            }
            List<String> row = Csv.fields(line.strip());
            if (row.size() != columns) {
                throw new IllegalStateException("screening/%s, line %d: %d fields expected, %d found."
                        .formatted(file, number, columns, row.size()));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(String file) {
        try (InputStream in = StarterList.class.getResourceAsStream("/screening/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The list %s of this build cannot be read.".formatted(file), e);
        }
    }
}
