package io.watchdesk.screening.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What every code point folds to, worked out once by ICU: compatibility form, case, width, circled and squared letters,
 * traditional to simplified, variants and radicals, look-alikes of Latin letters, Chinese numerals to digits. Pages of 256
 * code points are filled when first met, so that a lookup afterwards is two array reads.
 */
final class FoldTable {

    /** A folded code point: its characters (empty when only a gap remains) and what each of them is. */
    record Cell(String text, Kind[] kinds, Kind gap, boolean lookAlike) {}

    private static final String STOPS = "。！？!?；;，,、：:…—｡､︰\n\r\u000b\f\u0085\u2028\u2029";
    /** Single strokes that stand between characters as separators. */
    private static final String STROKES = "丨丶丿乀乁亅";

    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("ʍ", "m"),
            Map.entry("ĸ", "k"),
            Map.entry("π", "n"),
            Map.entry("rn", "m"),
            Map.entry("ꞓ", "c"),
            Map.entry("ɑ", "a"),
            Map.entry("ɡ", "g"));

    private final AtomicReferenceArray<Cell[]> pages = new AtomicReferenceArray<>(0x1100);
    private final Normalizer2 compatibility = Normalizer2.getNFKCCasefoldInstance();
    private final Normalizer2 decomposition = Normalizer2.getNFDInstance();
    private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    private final SpoofChecker spoof = new SpoofChecker.Builder().build();
    private final Map<Integer, Integer> variants = HanTables.variants();

    Cell cell(int codePoint) {
        Cell[] page = pages.get(codePoint >> 8);
        if (page == null) {
            page = page(codePoint >> 8);
        }
        return page[codePoint & 0xFF];
    }

    private synchronized Cell[] page(int number) {
        Cell[] page = pages.get(number);
        if (page == null) {
            page = new Cell[256];
            for (int i = 0; i < 256; i++) {
                page[i] = fold(number << 8 | i);
            }
            pages.set(number, page);
        }
        return page;
    }

    private Cell fold(int codePoint) {
        Kind gap = gap(codePoint);
        StringBuilder text = new StringBuilder();
        List<Kind> kinds = new ArrayList<>();
        boolean lookAlike = false;
        String capital = capital(codePoint);
        if (capital != null) {
            put(capital.charAt(0), Kind.LATIN, text, kinds);
            lookAlike = true;
        } else if (STROKES.indexOf(codePoint) < 0 && !hidden(codePoint)) {
            String plain = compatibility.normalize(named(codePoint));
            for (int c : plain.codePoints().toArray()) {
                lookAlike |= add(c, text, kinds);
            }
        }
        return new Cell(text.toString(), kinds.toArray(Kind[]::new), gap, lookAlike);
    }

    /** A capital of another script may look like a letter that its small form does not: Greek Nu is N, its small form v. */
    private String capital(int codePoint) {
        if (!UCharacter.isUUppercase(codePoint) || UScript.getScript(codePoint) == UScript.LATIN) {
            return null;
        }
        String shape = spoof.getSkeleton(UCharacter.toString(codePoint)).toLowerCase(Locale.ROOT);
        boolean latin = shape.length() == 1 && shape.charAt(0) >= 'a' && shape.charAt(0) <= 'z';
        return latin && !shape.equals("l") ? shape : null;
    }

    private boolean add(int codePoint, StringBuilder text, List<Kind> kinds) {
        int script = UScript.getScript(codePoint);
        if (script == UScript.HAN || STROKES.indexOf(codePoint) >= 0 || isRadical(codePoint)) {
            addHan(codePoint, text, kinds);
            return false;
        }
        if (hidden(codePoint) || isMark(codePoint)) {
            return false;
        }
        if (UCharacter.isDigit(codePoint)) {
            put((char) ('0' + UCharacter.digit(codePoint)), Kind.DIGIT, text, kinds);
            return false;
        }
        if (!UCharacter.isLetter(codePoint)) {
            return false;
        }
        if (codePoint >= 'a' && codePoint <= 'z') {
            put((char) codePoint, Kind.LATIN, text, kinds);
            return false;
        }
        return addLetter(codePoint, script, text, kinds);
    }

    private boolean addLetter(int codePoint, int script, StringBuilder text, List<Kind> kinds) {
        String shape = latin(codePoint, script);
        if (shape != null) {
            for (char c : shape.toCharArray()) {
                put(c, Kind.LATIN, text, kinds);
            }
            return script != UScript.LATIN;
        }
        if (script == UScript.KATAKANA || script == UScript.COMMON) {
            String skeleton = spoof.getSkeleton(UCharacter.toString(codePoint));
            int like = skeleton.codePointAt(0);
            if (skeleton.length() == Character.charCount(like) && UScript.getScript(like) == UScript.HAN) {
                addHan(like, text, kinds);
                return true;
            }
        }
        for (char c : UCharacter.toString(codePoint).toCharArray()) {
            put(c, Kind.LETTER, text, kinds);
        }
        return false;
    }

    private void addHan(int codePoint, StringBuilder text, List<Kind> kinds) {
        int han = codePoint;
        if (isRadical(han)) {
            han = spoof.getSkeleton(UCharacter.toString(han)).codePointAt(0);
        }
        han = variants.getOrDefault(han, han);
        han = simplified.transliterate(UCharacter.toString(han)).codePointAt(0);
        han = variants.getOrDefault(han, han);
        int digit = HanTables.numeral(han);
        if (digit >= 0) {
            put((char) ('0' + digit), Kind.NUMERAL, text, kinds);
            return;
        }
        for (char c : UCharacter.toString(han).toCharArray()) {
            put(c, Kind.HAN, text, kinds);
        }
    }

    /** The Latin letters that a letter is drawn like, or null. */
    private String latin(int codePoint, int script) {
        if (script == UScript.HANGUL || script == UScript.HIRAGANA || script == UScript.KATAKANA) {
            return null;
        }
        String letter = bare(decomposition.normalize(UCharacter.toString(codePoint)));
        String shape = letter.chars().allMatch(c -> c >= 'a' && c <= 'z')
                ? letter
                : bare(spoof.getSkeleton(letter)).toLowerCase(Locale.ROOT);
        if (shape.length() == 1 && shape.charAt(0) > 0x7F) {
            shape = compatibility.normalize(named(shape.charAt(0)));
        }
        shape = SHAPES.getOrDefault(shape, shape);
        boolean latin = !shape.isEmpty() && shape.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return latin ? shape : null;
    }

    /** The letter or number that stands in a code point's name where Unicode gives it no mapping, else itself. */
    private static String named(int codePoint) {
        String name = UCharacter.getName(codePoint);
        if (name != null && codePoint > 0x7F) {
            int last = name.lastIndexOf(' ');
            boolean oneLetter = last == name.length() - 2;
            if (oneLetter
                    && (name.contains("LATIN CAPITAL LETTER")
                            || name.contains("LATIN LETTER SMALL CAPITAL")
                            || name.startsWith("REGIONAL INDICATOR SYMBOL LETTER"))) {
                return name.substring(last + 1).toLowerCase(Locale.ROOT);
            }
            int number = UCharacter.getNumericValue(codePoint);
            if (number >= 0 && UCharacter.getType(codePoint) == UCharacterCategory.OTHER_NUMBER) {
                return Integer.toString(number);
            }
        }
        return UCharacter.toString(codePoint);
    }

    private static void put(char c, Kind kind, StringBuilder text, List<Kind> kinds) {
        text.append(c);
        kinds.add(kind);
    }

    private static Kind gap(int codePoint) {
        if (STOPS.indexOf(codePoint) >= 0) {
            return Kind.STOP;
        }
        if (hidden(codePoint) || isMark(codePoint)) {
            return Kind.HIDDEN;
        }
        return UCharacter.isUWhiteSpace(codePoint) || codePoint == 0x2800 ? Kind.SPACE : Kind.MARK;
    }

    private static boolean hidden(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.getType(codePoint) == UCharacterCategory.FORMAT
                || UCharacter.getType(codePoint) == UCharacterCategory.CONTROL && !UCharacter.isUWhiteSpace(codePoint);
    }

    private static boolean isMark(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK;
    }

    private static boolean isRadical(int codePoint) {
        return codePoint >= 0x2E80 && codePoint <= 0x2FDF;
    }

    private static String bare(String decomposed) {
        StringBuilder letters = new StringBuilder();
        decomposed.codePoints().filter(c -> !isMark(c)).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
