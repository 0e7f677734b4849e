package io.watchdesk.desk.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** A register whose entries another room keeps, each under its id, as something of its own. */
abstract class KeptRegister<K> extends HeldRegister {

    static final String ID = "id";

    /** What the room keeps for this entry. */
    abstract K kept(Entry entry);

    /** Keeps all of them, or refuses when one is not what is expected there any more. */
    abstract void put(Map<String, Optional<K>> expected, List<K> wanted);

    @Override
    public boolean takesNew() {
        return true;
    }

    @Override
    public String key(Map<String, String> fields) {
        return fields.getOrDefault(ID, "");
    }

    @Override
    public void apply(List<Change> changes, IntConsumer done) {
        Map<String, Optional<K>> expected = changes.stream()
                .collect(Collectors.toMap(
                        change -> change.after().key(),
                        change -> Optional.ofNullable(change.before()).map(this::kept)));
        put(expected, changes.stream().map(change -> kept(change.after())).toList());
        done.accept(changes.size());
    }
}
