package io.watchdesk.desk.registers;

import io.watchdesk.desk.csv.Csv;
import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.NotForYou;
import io.watchdesk.platform.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room of registers: who may read and change which, single changes, files. */
@Service
public class Registers {

    private final List<Register> all;
    private final DeskRights rights;

    Registers(List<Register> all, DeskRights rights) {
        this.all = all.stream().sorted(Comparator.comparingInt(Register::order)).toList();
        this.rights = rights;
    }

    /** The registers that the current person may read, in their order. */
    public List<Register> mine() {
        return all.stream().filter(register -> rights.mayRead(register.id())).toList();
    }

    /** The register, if there is one and the current person may read it. */
    public Optional<Register> find(String id) {
        Optional<Register> found =
                all.stream().filter(register -> register.id().equals(id)).findFirst();
        found.filter(register -> !rights.mayRead(id)).ifPresent(register -> {
            throw new NotForYou("Your role does not read this register.");
        });
        return found;
    }

    /**
     * The register, to be changed by the current person.
     *
     * @throws NotForYou when the role does not own it
     */
    public Register owned(String id) {
        Register register = find(id).orElseThrow(() -> new Refused("There is no register \"%s\".".formatted(id)));
        if (!owns(register)) {
            throw new NotForYou("Your role reads this register but does not change it.");
        }
        return register;
    }

    /** Whether the current person may change it. */
    public boolean owns(Register register) {
        return rights.owns(register.id());
    }

    /** The entry with this key. */
    @Transactional(readOnly = true)
    public Optional<Entry> entry(Register register, String key) {
        return Optional.ofNullable(register.entries(List.of(key)).get(key));
    }

    /**
     * Saves one entry.
     *
     * @param key of the entry that the form showed, or empty for a new one
     * @param stamp of the entry that the form showed, or empty for a new one
     * @param given text by column id; what is left out stays as it is
     * @return the entry's key
     * @throws Flawed when something stands against it
     */
    @Transactional
    public String save(Register register, String key, String stamp, Map<String, String> given) {
        Map<String, String> tidied = new HashMap<>(given);
        register.columns().stream()
                .filter(column -> given.containsKey(column.id()))
                .forEach(column -> tidied.put(column.id(), Fields.tidy(column, given.get(column.id()))));
        boolean isNew = key.isEmpty();
        String named = isNew ? register.key(tidied) : key;
        Optional<Entry> before = entry(register, named);
        if (isNew && before.isPresent()) {
            throw new Flawed(
                    List.of(new Flaw(keyColumn(register), "This entry is there already. Open it to change it.")));
        }
        if (!isNew && !before.map(Entry::stamp).orElse("").equals(stamp)) {
            throw new Refused(
                    "Somebody else has changed this entry since your page was opened. Copy what you wrote and reload.");
        }
        Drafted drafted = Drafted.of(register, named, before.orElse(null), tidied);
        if (drafted.change().isNothing()) {
            return named;
        }
        List<Flaw> flaws = new ArrayList<>(drafted.flaws());
        if (!isNew && !register.key(drafted.change().after().fields()).equals(key)) {
            flaws.add(new Flaw(keyColumn(register), "What names an entry never changes. Add a new entry instead."));
        }
        if (flaws.isEmpty()) {
            register.flaws(List.of(drafted.change())).forEach(flaws::addAll);
        }
        if (!flaws.isEmpty()) {
            throw new Flawed(flaws);
        }
        register.apply(List.of(drafted.change()), made -> {});
        return named;
    }

    /** All entries as a file that a spreadsheet opens and an import takes back. */
    @Transactional(readOnly = true)
    public String file(Register register) {
        StringBuilder file = new StringBuilder(Csv.BYTE_ORDER_MARK);
        List<String> columns = Stream.concat(register.columns().stream().map(Column::id), Stream.of(Column.STATE))
                .toList();
        file.append(Csv.line(columns.toArray()));
        register.each(
                entry -> file.append(Csv.line(columns.stream().map(entry::text).toArray())));
        return file.toString();
    }

    private static String keyColumn(Register register) {
        return register.columns().stream()
                .filter(Column::isKey)
                .reduce((first, last) -> last)
                .map(Column::id)
                .orElse("");
    }
}
