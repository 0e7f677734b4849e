package io.watchdesk.screening.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters that can be written as their left and right halves, from {@code screening/components.txt}. */
final class Components {

    private static final Map<Integer, String> HALVES = read();

    private Components() {}

    /** The word with every such character split, and with each of them split alone. */
    static List<String> splits(String term) {
        List<String> splits = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        int[] characters = term.codePoints().toArray();
        int split = 0;
        for (int i = 0; i < characters.length; i++) {
            String halves = HALVES.get(characters[i]);
            if (halves == null) {
                all.appendCodePoint(characters[i]);
            } else {
                split++;
                all.append(halves);
                splits.add(new String(characters, 0, i)
                        + halves
                        + new String(characters, i + 1, characters.length - i - 1));
            }
        }
        if (split > 1) {
            splits.add(all.toString());
        }
        return splits;
    }

    private static Map<Integer, String> read() {
        Map<Integer, String> halves = new HashMap<>();
        try (InputStream in = Components.class.getResourceAsStream("/screening/components.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int character = line.codePointAt(0);
                        halves.put(
                                character,
                                line.substring(Character.charCount(character)).strip());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The table of components of this build cannot be read.", e);
        }
        return Map.copyOf(halves);
    }
}
