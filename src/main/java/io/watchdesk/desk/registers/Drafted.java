package io.watchdesk.desk.registers;

import io.watchdesk.platform.Flaw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An entry as a form or a line of a file wants it, with what its form has against it.
 *
 * @param flaws empty when the capability can be asked about it
 */
record Drafted(Change change, List<Flaw> flaws) {

    /**
     * @param before null for a new one
     * @param given tidied text by column id; what is left out stays as it is
     */
    static Drafted of(Register register, String key, Entry before, Map<String, String> given) {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Column column : register.columns()) {
            String old = before == null ? "" : before.text(column.id());
            String text = given.getOrDefault(column.id(), old);
            if (text.equals(Fields.tidy(column, old))) {
                // Space around a stored text is no change that somebody made.
                text = old;
            } else if (before != null && column.isFixed()) {
                flaws.add(new Flaw(
                        column.id(),
                        "This comes with the entry and is not changed here; it is \"%s\".".formatted(old)));
            }
            fields.put(column.id(), text);
            flaws.addAll(Fields.flaws(column, text));
        }
        String state = given.getOrDefault(Column.STATE, "").strip().toLowerCase(Locale.ROOT);
        if (!state.isEmpty() && !Fields.isState(state)) {
            flaws.add(new Flaw(
                    Column.STATE,
                    "\"%s\" is none of these: %s.".formatted(state, Column.ACTIVE + ", " + Column.RETIRED)));
        }
        boolean retired = state.isEmpty() ? before != null && before.retired() : state.equals(Column.RETIRED);
        if (retired && !register.retires()) {
            flaws.add(new Flaw(Column.STATE, "Entries of this register are not retired. Empty the fields instead."));
        }
        if (before == null && !register.takesNew()) {
            flaws.add(new Flaw("", "There is no such entry, and none can be added here."));
        } else if (before == null && retired) {
            flaws.add(new Flaw(Column.STATE, "There is no such entry that could be retired."));
        }
        return new Drafted(new Change(before, new Entry(key, fields, retired)), flaws);
    }
}
