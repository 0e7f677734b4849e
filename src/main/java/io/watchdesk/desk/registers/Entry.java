package io.watchdesk.desk.registers;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of a register as people read it.
 *
 * @param key names it; never changes
 * @param fields text by column id, empty where there is nothing; without the state
 * @param retired whether it is kept only for what refers to it
 */
public record Entry(String key, Map<String, String> fields, boolean retired) {

    public Entry {
        fields = new LinkedHashMap<>(fields);
    }

    /** The text of a field, the state included. */
    public String text(String column) {
        return column.equals(Column.STATE) ? state() : fields.getOrDefault(column, "");
    }

    public String state() {
        return retired ? Column.RETIRED : Column.ACTIVE;
    }

    /** Differs as soon as anything in the entry differs. */
    public String stamp() {
        StringBuilder all = new StringBuilder(key);
        fields.forEach(
                (column, text) -> all.append('\0').append(column).append('\0').append(text));
        return Stamps.of(all.append('\0').append(state()).toString());
    }
}
