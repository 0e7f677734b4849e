package io.watchdesk.desk.registers;

import io.watchdesk.platform.Flaw;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of what people write into fields, the same for forms and files. */
final class Fields {

    /** Spreadsheets write days with slashes and without zeros. */
    private static final DateTimeFormatter SPREADSHEET_DAY = DateTimeFormatter.ofPattern("uuuu-M-d");

    private static final Pattern NUMBER = Pattern.compile("0*[1-9]\\d{0,8}");
    private static final Pattern STATES = Pattern.compile(Column.ACTIVE + "|" + Column.RETIRED);

    private Fields() {}

    /** The text without what only the way of writing it adds: line ends of Windows, space around it, other spellings. */
    static String tidy(Column column, String text) {
        String plain = text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return switch (column.kind()) {
            case LINE, TEXT -> plain;
            case CHOICE ->
                column.choices().stream()
                        .filter(choice -> choice.equalsIgnoreCase(plain))
                        .findFirst()
                        .orElse(plain);
            case NUMBER -> NUMBER.matcher(plain).matches() ? String.valueOf(Integer.parseInt(plain)) : plain;
            case DAY -> day(plain).map(LocalDate::toString).orElse(plain);
        };
    }

    /** What stands against the text, as sentences that name no field. */
    static List<Flaw> flaws(Column column, String text) {
        List<Flaw> flaws = new ArrayList<>();
        if (column.isFixed()) {
            return flaws;
        }
        if (text.isEmpty()) {
            if (column.required()) {
                flaws.add(new Flaw(column.id(), "This must be filled in."));
            }
            return flaws;
        }
        int length = text.codePointCount(0, text.length());
        if (length > column.longest()) {
            flaws.add(new Flaw(
                    column.id(),
                    "This has %d characters; %d are allowed. Shorten it by %d."
                            .formatted(length, column.longest(), length - column.longest())));
        }
        broken(text, column.kind() == Column.Kind.TEXT)
                .ifPresent(place -> flaws.add(new Flaw(
                        column.id(),
                        "At place %d stands a line break or a character that cannot be seen. Delete it."
                                .formatted(place))));
        wrong(column, text).ifPresent(sentence -> flaws.add(new Flaw(column.id(), sentence)));
        return flaws;
    }

    static boolean isState(String text) {
        return STATES.matcher(text).matches();
    }

    private static Optional<String> wrong(Column column, String text) {
        return switch (column.kind()) {
            case CHOICE ->
                column.choices().contains(text)
                        ? Optional.empty()
                        : Optional.of(
                                "\"%s\" is none of these: %s.".formatted(text, String.join(", ", column.choices())));
            case NUMBER ->
                NUMBER.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of("\"%s\" is no whole number of 1 or more.".formatted(text));
            case DAY ->
                day(text).isPresent()
                        ? Optional.empty()
                        : Optional.of("\"%s\" is no day. Write it as 2026-12-01.".formatted(text));
            case LINE, TEXT -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.replace('/', '-'), SPREADSHEET_DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The place, from 1, of the first character that no page and no file can show. */
    private static Optional<Integer> broken(String text, boolean severalLines) {
        int place = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            place++;
            int character = text.codePointAt(i);
            boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            boolean control = Character.isISOControl(character) && character != '\t';
            if (surrogate || control && !(severalLines && character == '\n')) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
