package io.watchdesk.desk.csv;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values (RFC 4180) that a spreadsheet opens as text: what it would take for a formula gets an
 * apostrophe in front, also in the full-width signs that Chinese spreadsheets accept. Numbers stay numbers.
 */
public final class Csv {

    /** So that Excel reads it as UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    // Apostrophes in front count too, so that taking one away brings back exactly what was written.
    private static final Pattern FORMULA =
            Pattern.compile("^'*[\\s\\p{Z}\\p{Cf}]*[=+\\-@|%＝＋－＠\\t\\r\\n].*", Pattern.DOTALL);

    private Csv() {}

    /** One line with its end; null is an empty field. */
    public static String line(Object... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What stood in a field before {@link #line} made it safe. */
    public static String plain(String safe) {
        return safe.startsWith("'") && FORMULA.matcher(safe.substring(1)).matches() ? safe.substring(1) : safe;
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
