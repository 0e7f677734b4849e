package io.watchdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the long run has done so far, in a file with a line for each kind of fault of each chunk. */
final class FaultTable {

    private final Path file;
    private final List<Line> lines = new ArrayList<>();

    FaultTable(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] cells = line.split(";");
                    lines.add(new Line(
                            cells[0],
                            cells[1],
                            cells[2],
                            Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4]),
                            Long.parseLong(cells[5])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    /** Whether this part was done; one in which the run itself failed is not. */
    synchronized boolean has(String section, String chunk) {
        return lines.stream()
                .anyMatch(line -> line.section.equals(section) && line.chunk.equals(chunk) && line.times > 0);
    }

    /** How often this section did what it counts. */
    synchronized int times(String section) {
        return lines.stream()
                .filter(line -> line.section.equals(section) && line.kind.isEmpty())
                .mapToInt(Line::times)
                .sum();
    }

    synchronized int violations() {
        return lines.stream().mapToInt(Line::violations).sum();
    }

    synchronized void add(String section, String chunk, Chunk done, Duration time) {
        add(new Line(section, chunk, "", done.count(), done.breaches().size(), time.toSeconds()));
        done.kinds().forEach((kind, times) -> add(new Line(section, chunk, kind, times, 0, 0)));
    }

    private void add(Line line) {
        lines.add(line);
        try {
            Files.writeString(file, line.written(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole table for people. */
    synchronized String printed() {
        Map<String, int[]> sections = new LinkedHashMap<>();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.kind.isEmpty()) {
                int[] sums = sections.computeIfAbsent(line.section, any -> new int[3]);
                sums[0] += line.times;
                sums[1] += line.violations;
                sums[2] += (int) line.seconds;
            } else {
                kinds.merge("  " + line.section + ": " + line.kind, line.times, Integer::sum);
            }
        }
        StringBuilder text = new StringBuilder();
        text.append(row("what", "times", "violations", "seconds"));
        sections.forEach((section, sums) -> text.append(row(section, sums[0], sums[1], sums[2])));
        text.append('\n');
        kinds.forEach((kind, times) -> text.append(String.format(Locale.ROOT, "%-90s %7d%n", kind, times)));
        return text.toString();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-58s %9s %11s %9s%n", cells);
    }

    private record Line(String section, String chunk, String kind, int times, int violations, long seconds) {

        String written() {
            return "%s;%s;%s;%d;%d;%d%n".formatted(section, chunk, kind, times, violations, seconds);
        }
    }
}
