package io.watchdesk.desk.registers;

import io.watchdesk.platform.Flaw;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import would do.
 *
 * @param stamp differs as soon as the file, or anything in the register that it speaks of, differs
 */
public record Plan(String stamp, List<Line> lines) {

    /** What becomes of a line of the file. */
    public enum Outcome {
        REFUSED,
        ADDED,
        CHANGED,
        RETIRED,
        UNCHANGED
    }

    /**
     * One record of the file.
     *
     * @param number the line of the file on which it begins, from 1
     * @param key names the entry, as far as it can be read
     * @param change what would be done
     * @param flaws why it is refused; empty for what is not
     */
    public record Line(int number, Outcome outcome, String key, Change change, List<Flaw> flaws) {

        /** The fields that would differ, the state included. */
        public List<Difference> differences() {
            List<Difference> differences = new ArrayList<>();
            if (change.before() != null) {
                change.after().fields().forEach((column, after) -> {
                    String before = change.before().text(column);
                    if (!before.equals(after)) {
                        differences.add(new Difference(column, before, after));
                    }
                });
                if (change.before().retired() != change.after().retired()) {
                    differences.add(new Difference(
                            Column.STATE,
                            change.before().state(),
                            change.after().state()));
                }
            }
            return differences;
        }
    }

    /** A field that would differ. */
    public record Difference(String column, String before, String after) {}

    /** How many lines have which outcome; each outcome is there. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(
                    outcome,
                    lines.stream().filter(line -> line.outcome() == outcome).count());
        }
        return counts;
    }

    /** Whether it can be applied: nothing is refused and something would be done. */
    public boolean applicable() {
        Map<Outcome, Long> counts = counts();
        return counts.get(Outcome.REFUSED) == 0 && counts.get(Outcome.UNCHANGED) < lines.size();
    }

    /** What applying it means. */
    List<Change> changes() {
        return lines.stream()
                .filter(line -> line.outcome() != Outcome.UNCHANGED && line.outcome() != Outcome.REFUSED)
                .map(Line::change)
                .toList();
    }
}
