package io.watchdesk.desk.registers;

import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.ListFlaw;
import io.watchdesk.screening.ListFlaw.Kind;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Host;
import io.watchdesk.screening.WordList.Verdict;
import io.watchdesk.screening.WordList.Word;
import io.watchdesk.screening.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What screening looks for; every change is a new version of the lists, an import one for all its lines. */
@Component
class WordRegister extends HeldRegister {

    private static final String KIND = "kind";
    private static final String ENTRY = "entry";
    private static final String SEVERITY = "severity";
    private static final String CATEGORY = "category";
    private static final String REASON = "reason";
    private static final Column KINDS =
            Column.choice(KIND, List.of("word", "allowed", "host"), true).as(Column.Role.KEY);
    private static final Column SEVERITIES =
            Column.choice(SEVERITY, List.of("block", "warning", "suspicion", "allow"), false);

    private final WordLists lists;
    private final People people;
    private volatile Read read;

    /** The entries of a version, so that a page does not make them anew. */
    private record Read(WordList list, List<Entry> entries) {}

    WordRegister(WordLists lists, People people) {
        this.lists = lists;
        this.people = people;
    }

    @Override
    public String id() {
        return "words";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                KINDS,
                Column.key(ENTRY, 253),
                SEVERITIES,
                Column.line(CATEGORY, 60, false),
                Column.text(REASON, 500, true));
    }

    @Override
    public List<String> shown() {
        return List.of(ENTRY, KIND, SEVERITY, CATEGORY, REASON);
    }

    @Override
    public List<Column> filters() {
        return List.of(KINDS, SEVERITIES);
    }

    @Override
    public boolean takesNew() {
        return true;
    }

    @Override
    public String key(Map<String, String> fields) {
        return fields.getOrDefault(KIND, "") + ":" + fields.getOrDefault(ENTRY, "");
    }

    @Override
    List<Entry> all() {
        WordList list = lists.active();
        Read known = read;
        if (known == null || known.list() != list) {
            Entries entries = list.entries();
            known = new Read(
                    list,
                    Stream.of(
                                    entries.words().stream().map(this::entry),
                                    entries.allowed().stream().map(this::entry),
                                    entries.hosts().stream().map(this::entry))
                            .flatMap(each -> each)
                            .toList());
            read = known;
        }
        return known.entries();
    }

    @Override
    public List<List<Flaw>> flaws(List<Change> changes) {
        List<List<Flaw>> flaws = new ArrayList<>();
        Map<String, List<Flaw>> byKey = new HashMap<>();
        for (Change change : changes) {
            List<Flaw> own = new ArrayList<>(change.after().retired() ? List.of() : form(change.after()));
            flaws.add(own);
            byKey.put(change.after().key(), own);
        }
        List<Change> sound = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (flaws.get(i).isEmpty()) {
                sound.add(changes.get(i));
            }
        }
        if (!sound.isEmpty()) {
            List<Flaw> first = byKey.get(sound.get(0).after().key());
            for (ListFlaw flaw : lists.flaws(changed(lists.active().entries(), sound))) {
                byKey.getOrDefault(flaw.kind() == null ? "" : key(flaw.kind(), flaw.entry()), first)
                        .add(new Flaw(flaw.field(), flaw.sentence()));
            }
        }
        return flaws;
    }

    @Override
    public void apply(List<Change> changes, IntConsumer done) {
        WordList list = lists.active();
        Map<String, Entry> now =
                entries(changes.stream().map(change -> change.after().key()).toList());
        for (Change change : changes) {
            Entry is = now.get(change.after().key());
            if (change.before() == null ? is != null : !change.before().equals(is)) {
                throw new Refused("Somebody else has just activated another list. Look at it, then try again.");
            }
        }
        lists.replace(list.version(), changed(list.entries(), changes), people.actor());
        done.accept(changes.size());
    }

    @Override
    public String subject(String key) {
        return Stream.of(Kind.values())
                .filter(kind -> key.startsWith(key(kind, "")))
                .findFirst()
                .map(kind -> WordLists.subject(kind, key.substring(key(kind, "").length())))
                .orElse(key);
    }

    /** What the three lists have against the way it is written. */
    private static List<Flaw> form(Entry entry) {
        List<Flaw> flaws = new ArrayList<>();
        String severity = entry.text(SEVERITY);
        switch (kind(entry)) {
            case WORD -> {
                if (!List.of("block", "warning", "suspicion").contains(severity)) {
                    flaws.add(new Flaw(SEVERITY, "A word is block, warning or suspicion."));
                }
            }
            case HOST -> {
                if (!List.of("block", "warning", "allow").contains(severity)) {
                    flaws.add(new Flaw(SEVERITY, "A host is block, warning or allow."));
                }
            }
            case ALLOWED -> {
                if (!severity.isEmpty()) {
                    flaws.add(new Flaw(SEVERITY, "An allowed phrase has no severity. Leave it empty."));
                }
            }
        }
        if (kind(entry) != Kind.WORD && !entry.text(CATEGORY).isEmpty()) {
            flaws.add(new Flaw(CATEGORY, "Only words have a category. Leave it empty."));
        }
        return flaws;
    }

    /** The lists after these changes; what is new stands at the end, so that a twin is found there. */
    private Entries changed(Entries entries, List<Change> changes) {
        Map<String, Object> all = new LinkedHashMap<>();
        entries.words().forEach(word -> all.put(key(Kind.WORD, word.term()), word));
        entries.allowed().forEach(phrase -> all.put(key(Kind.ALLOWED, phrase.phrase()), phrase));
        entries.hosts().forEach(host -> all.put(key(Kind.HOST, host.host()), host));
        for (Change change : changes) {
            all.remove(change.after().key());
            if (!change.after().retired()) {
                all.put(change.after().key(), listed(change.after()));
            }
        }
        return new Entries(of(all, Word.class), of(all, Allowed.class), of(all, Host.class));
    }

    private static <T> List<T> of(Map<String, Object> all, Class<T> type) {
        return all.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Object listed(Entry entry) {
        String name = entry.text(ENTRY);
        String reason = entry.text(REASON);
        String severity = entry.text(SEVERITY).toUpperCase(Locale.ROOT);
        return switch (kind(entry)) {
            case WORD -> new Word(name, Severity.valueOf(severity), entry.text(CATEGORY), reason);
            case ALLOWED -> new Allowed(name, reason);
            case HOST -> new Host(name, Verdict.valueOf(severity), reason);
        };
    }

    private static Kind kind(Entry entry) {
        return Kind.valueOf(entry.text(KIND).toUpperCase(Locale.ROOT));
    }

    private static String key(Kind kind, String entry) {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + entry;
    }

    private Entry entry(Word word) {
        return entry(Kind.WORD, word.term(), word.severity().name(), word.category(), word.reason());
    }

    private Entry entry(Allowed phrase) {
        return entry(Kind.ALLOWED, phrase.phrase(), "", "", phrase.reason());
    }

    private Entry entry(Host host) {
        return entry(Kind.HOST, host.host(), host.verdict().name(), "", host.reason());
    }

    private static Entry entry(Kind kind, String entry, String severity, String category, String reason) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(KIND, kind.name().toLowerCase(Locale.ROOT));
        fields.put(ENTRY, entry);
        fields.put(SEVERITY, severity.toLowerCase(Locale.ROOT));
        fields.put(CATEGORY, category);
        fields.put(REASON, reason);
        return new Entry(key(kind, entry), fields, false);
    }
}
