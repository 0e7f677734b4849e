package io.watchdesk.desk.registers;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A register small enough to be looked through in memory. */
abstract class HeldRegister implements Register {

    /** All entries in the order of the register. */
    abstract List<Entry> all();

    @Override
    public Found find(Search search, int offset, int limit) {
        List<Entry> found = all().stream().filter(search::finds).toList();
        return new Found(
                found.subList(Math.min(offset, found.size()), Math.min(offset + limit, found.size())), found.size());
    }

    @Override
    public Map<String, Entry> entries(Collection<String> keys) {
        Set<String> wanted = new HashSet<>(keys);
        Map<String, Entry> entries = new LinkedHashMap<>();
        all().stream().filter(entry -> wanted.contains(entry.key())).forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    @Override
    public void each(Consumer<Entry> reader) {
        all().forEach(reader);
    }
}
