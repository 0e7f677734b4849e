package io.watchdesk.desk.registers;

import io.watchdesk.desk.csv.Csv;
import io.watchdesk.platform.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma-separated values as spreadsheets save it: UTF-8 or UTF-16, separated by commas, semicolons or tabs.
 *
 * @param head the ids of the columns
 */
record Sheet(List<String> head, List<Row> rows) {

    private static final String SAVE_AS =
            " In Excel choose File, Save as, \"CSV UTF-8 (comma delimited)\", in WPS \"CSV\" with"
                    + " the encoding UTF-8, and upload that file.";
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /**
     * One record.
     *
     * @param line the line of the file on which it begins, from 1
     * @param cells as they were before they were made safe
     */
    record Row(int line, List<String> cells) {}

    /**
     * Reads a file.
     *
     * @param known the columns it may have
     * @throws Refused with a sentence that says how to save it, or which line cannot be read
     */
    static Sheet read(byte[] file, List<String> known, int mostRows) {
        String text = text(file);
        String content = text.replaceFirst("\\A(?i:sep=.)\\R", "");
        int skipped = content.length() < text.length() ? 1 : 0;
        char separator = ',';
        long best = -1;
        for (char candidate : SEPARATORS) {
            long found = records(content, candidate, 0, 0).stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(name -> known.contains(name(name, known)))
                    .count();
            if (found > best) {
                best = found;
                separator = candidate;
            }
        }
        List<Row> rows = records(content, separator, mostRows, skipped);
        if (best == 0 || rows.isEmpty()) {
            throw new Refused("The first line must name the columns: %s.".formatted(String.join(", ", known)));
        }
        return new Sheet(
                rows.get(0).cells().stream().map(cell -> name(cell, known)).toList(), rows.subList(1, rows.size()));
    }

    /** The column that is meant, whatever the case of its letters. */
    private static String name(String cell, List<String> known) {
        String plain = cell.strip();
        return known.stream().filter(plain::equalsIgnoreCase).findFirst().orElse(plain);
    }

    private static List<Row> records(String content, char separator, int mostRows, int skipped) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        List<Row> rows = new ArrayList<>();
        long line = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(content), format)) {
            for (CSVRecord each : parser) {
                if (rows.size() > mostRows) {
                    if (mostRows == 0) {
                        break;
                    }
                    throw new Refused(("The file has more than %d lines. Split it, or ask an administrator to raise"
                                    + " watchdesk.registers.import-rows.")
                            .formatted(mostRows));
                }
                line = parser.getCurrentLineNumber();
                List<String> cells = each.stream().map(Csv::plain).toList();
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    long breaks = each.stream()
                            .mapToLong(
                                    cell -> cell.chars().filter(c -> c == '\n').count())
                            .sum();
                    rows.add(new Row((int) (line - breaks) + skipped, cells));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            if (mostRows == 0) {
                return rows;
            }
            throw new Refused(
                    ("After line %d a quotation mark is missing or stands where none may stand: fields that hold"
                                    + " quotation marks are written in quotation marks, and those inside twice.")
                            .formatted(line + skipped));
        }
        return rows;
    }

    private static String text(byte[] file) {
        if (file.length == 0) {
            throw new Refused("The file is empty.");
        }
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            throw new Refused("This is a workbook, not a text file." + SAVE_AS);
        }
        int first = file.length > 1 ? (file[0] & 0xFF) << 8 | file[1] & 0xFF : 0;
        Charset charset = first == 0xFEFF || first == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refused("This is not a text file." + SAVE_AS);
            }
            return text.startsWith(Csv.BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(
                    "The file is not UTF-8; it was probably saved as plain CSV, which on a Chinese Windows is GBK."
                            + SAVE_AS);
        }
    }
}
