package io.watchdesk.desk.registers;

import io.watchdesk.platform.Flaw;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * What the room of registers has to know about one of them; whoever declares a bean of this kind has list, form, history,
 * export and import. The rules and the audit entries are those of the capability that keeps the entries.
 */
public interface Register {

    /** As addresses and {@code access/roles.yaml} call it, for example {@code words}. */
    String id();

    /** Where it stands among the others; smaller comes first. */
    int order();

    /** In the order of form and file, without the state. */
    List<Column> columns();

    /** The columns that the list shows. */
    List<String> shown();

    /** The columns by which the list can be filtered, each with its choices. */
    List<Column> filters();

    /** Whether entries can be added here; else they come with something else. */
    boolean takesNew();

    /** Whether entries can be retired and taken back; else they are there as long as what they belong to. */
    default boolean retires() {
        return true;
    }

    /** What names the entry with these fields. */
    String key(Map<String, String> fields);

    /** One page of what is asked for, in the order of the register. */
    Found find(Search search, int offset, int limit);

    /** The entries that there are of these, by key. */
    Map<String, Entry> entries(Collection<String> keys);

    /** Hands all entries over, one after the other. */
    void each(Consumer<Entry> reader);

    /**
     * What stands against these changes by the rules of the capability, for each change in its place; the form of fields
     * was looked at before.
     */
    List<List<Flaw>> flaws(List<Change> changes);

    /**
     * Makes all of these changes, or none, and audits each.
     *
     * @param done is told now and then how many are made; what it throws undoes all of them
     * @throws io.watchdesk.platform.Refused when an entry is not any more what it was
     */
    void apply(List<Change> changes, IntConsumer done);

    /** The subject of its audit entries. */
    String subject(String key);

    /** The address of what the entry belongs to, for example {@code /desk/items/C-1001}. */
    default Optional<String> place(Entry entry) {
        return Optional.empty();
    }

    /** What comes out of these fields, for entries that something is made of; empty where there is nothing to see. */
    default Optional<Preview> preview(Map<String, String> fields) {
        return Optional.empty();
    }

    /** Whether entries have a preview. */
    default boolean hasPreview() {
        return false;
    }

    /** What is made of an entry. */
    record Preview(String title, String body) {}
}
