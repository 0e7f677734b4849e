package io.watchdesk.screening.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What Unicode does not tell of Chinese characters: variants of the same character, and numerals. */
final class HanTables {

    private static final String NUMERALS = "〇零一壹二贰三叁四肆五伍六陆七柒八捌九玖";
    private static final String DIGITS = "00112233445566778899";

    private HanTables() {}

    /** The digit of a simplified numeral, or -1. */
    static int numeral(int han) {
        int at = NUMERALS.indexOf(han);
        return at < 0 ? -1 : DIGITS.charAt(at) - '0';
    }

    /**
     * Variant to standard character, from {@code screening/variants.txt}: a line holds the standard character and then
     * its variants.
     */
    static Map<Integer, Integer> variants() {
        Map<Integer, Integer> variants = new HashMap<>();
        for (String line : read("/screening/variants.txt").split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int[] characters = line.codePoints().filter(c -> c > ' ').toArray();
            for (int i = 1; i < characters.length; i++) {
                variants.put(characters[i], characters[0]);
            }
        }
        return Map.copyOf(variants);
    }

    private static String read(String resource) {
        try (InputStream in = HanTables.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The table %s of this build cannot be read.".formatted(resource), e);
        }
    }
}
