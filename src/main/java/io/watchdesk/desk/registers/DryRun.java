package io.watchdesk.desk.registers;

import io.watchdesk.desk.registers.Plan.Line;
import io.watchdesk.desk.registers.Plan.Outcome;
import io.watchdesk.desk.registers.Sheet.Row;
import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out what a file would do to a register, line by line, and does nothing. */
final class DryRun {

    private final Register register;
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();

    private DryRun(Register register) {
        this.register = register;
        this.columns = register.columns();
    }

    /** @throws Refused when the file as a whole cannot be read */
    static Plan of(Register register, byte[] file, int mostRows) {
        return new DryRun(register).plan(file, mostRows);
    }

    private Plan plan(byte[] file, int mostRows) {
        List<String> known = Stream.concat(columns.stream().map(Column::id), Stream.of(Column.STATE))
                .toList();
        Sheet sheet = Sheet.read(file, known, mostRows);
        head(sheet, known);
        List<Drawn> drawn = new ArrayList<>();
        for (Row row : sheet.rows()) {
            drawn.add(draw(row, sheet.head().size()));
        }
        Map<String, Entry> before =
                register.entries(drawn.stream().map(each -> each.key).toList());
        drawn.forEach(each -> each.complete(before.get(each.key)));
        twins(drawn);
        rules(drawn);
        List<Line> lines = drawn.stream().map(Drawn::line).toList();
        return new Plan(stamp(file, lines), lines);
    }

    private void head(Sheet sheet, List<String> known) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < sheet.head().size(); i++) {
            String name = sheet.head().get(i);
            if (name.isEmpty()) {
                continue;
            }
            if (!known.contains(name)) {
                problems.add("The column \"%s\" is not known here. Known are: %s."
                        .formatted(name, String.join(", ", known)));
            } else if (places.putIfAbsent(name, i) != null) {
                problems.add("The column \"%s\" is there twice.".formatted(name));
            }
        }
        columns.stream()
                .filter(column -> !column.isFixed() && !places.containsKey(column.id()))
                .forEach(column -> problems.add("The column \"%s\" is missing.".formatted(column.id())));
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
        if (sheet.rows().isEmpty()) {
            throw new Refused("The file has no lines below its head.");
        }
    }

    private Drawn draw(Row row, int width) {
        Drawn drawn = new Drawn(row.line());
        if (row.cells().size() < width || row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
            drawn.flaws.add(new Flaw(
                    "",
                    "This line has %d fields, the head has %d. A quotation mark may be missing."
                            .formatted(row.cells().size(), width)));
        }
        places.forEach((column, place) ->
                drawn.cells.put(column, place < row.cells().size() ? row.cells().get(place) : ""));
        columns.stream()
                .filter(column -> places.containsKey(column.id()))
                .forEach(column -> drawn.cells.put(column.id(), Fields.tidy(column, drawn.cells.get(column.id()))));
        drawn.key = register.key(drawn.cells);
        return drawn;
    }

    private static void twins(List<Drawn> drawn) {
        Map<String, Integer> seen = new HashMap<>();
        for (Drawn each : drawn) {
            Integer first = seen.putIfAbsent(each.key, each.number);
            if (first != null) {
                each.flaws.add(new Flaw("", "The same entry stands in line %d. Keep one of them.".formatted(first)));
            }
        }
    }

    /** Asks the capability about what would be done, all of it together. */
    private void rules(List<Drawn> drawn) {
        List<Drawn> asked = drawn.stream()
                .filter(each -> each.flaws.isEmpty() && !each.change.isNothing())
                .toList();
        List<List<Flaw>> found =
                register.flaws(asked.stream().map(each -> each.change).toList());
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).flaws.addAll(found.get(i));
        }
    }

    private static String stamp(byte[] file, List<Line> lines) {
        StringBuilder all = new StringBuilder(Stamps.of(file));
        for (Line line : lines) {
            all.append('\n').append(line.number()).append(line.outcome());
            all.append(
                    line.change().before() == null ? "" : line.change().before().stamp());
            all.append(line.change().after().stamp()).append(line.flaws());
        }
        return Stamps.of(all.toString());
    }

    /** A line on its way to its outcome. */
    private final class Drawn {

        private final int number;
        private final Map<String, String> cells = new LinkedHashMap<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private String key = "";
        private Change change;

        Drawn(int number) {
            this.number = number;
        }

        void complete(Entry before) {
            Drafted drafted = Drafted.of(register, key, before, cells);
            change = drafted.change();
            if (!change.isNothing()) {
                flaws.addAll(drafted.flaws());
            }
        }

        Line line() {
            Outcome outcome = !flaws.isEmpty()
                    ? Outcome.REFUSED
                    : change.isNothing()
                            ? Outcome.UNCHANGED
                            : change.before() == null
                                    ? Outcome.ADDED
                                    : change.after().retired()
                                                    && !change.before().retired()
                                            ? Outcome.RETIRED
                                            : Outcome.CHANGED;
            return new Line(number, outcome, key, change, List.copyOf(flaws));
        }
    }
}
