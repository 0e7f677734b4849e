package io.watchdesk.screening;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordListTable.Stamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the word and link lists; one of them is in force. */
@Service
public class WordLists {

    private static final int SHOWN_PROBLEMS = 10;

    private final WordListTable table;
    private final Reader reader;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private volatile Cached cached;

    private record Cached(Stamp stamp, WordList list) {}

    WordLists(WordListTable table, Reader reader, AuditLog audit, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The list in force.
     *
     * @throws IllegalStateException when there is none or it has no words: nothing may pass unscreened
     */
    @Transactional(readOnly = true)
    public WordList active() {
        Stamp stamp = table.newest()
                .orElseThrow(() -> new IllegalStateException("No word list is in force; nothing can be screened."));
        Cached known = cached;
        if (known == null || !known.stamp().equals(stamp)) {
            WordList list = new WordList(version(stamp.number()), table.entries(stamp.number()));
            if (list.entries().words().isEmpty()) {
                throw new IllegalStateException(
                        "The word list %s is empty; nothing can be screened.".formatted(list.version()));
            }
            known = new Cached(stamp, list);
            cached = known;
        }
        return known.list();
    }

    /** Whether a list was ever put in force. */
    @Transactional(readOnly = true)
    public boolean any() {
        return table.newest().isPresent();
    }

    /** What stands against these entries, as sentences; empty when they can be put in force. */
    public List<String> dryRun(Entries entries) {
        return flaws(entries).stream().map(ListFlaw::sentence).toList();
    }

    /** The same, entry by entry. */
    public List<ListFlaw> flaws(Entries entries) {
        return ListCheck.flaws(entries, reader);
    }

    /**
     * Puts a new version in force that was made from another one, and tells the others with {@link WordListActivated}.
     *
     * @param from the version that it was made from
     * @param by the person who decided it
     * @return the new version's id
     * @throws Refused when another version has come in force since
     */
    @Transactional
    public String replace(String from, Entries entries, String by) {
        if (table.newest()
                .map(stamp -> version(stamp.number()))
                .filter(from::equals)
                .isEmpty()) {
            throw new Refused("Somebody else has just activated another list. Look at it, then try again.");
        }
        return activate(entries, by);
    }

    /**
     * Puts a new version in force and tells the others with {@link WordListActivated}.
     *
     * @param by the person who decided it
     * @return the new version's id
     */
    @Transactional
    public String activate(Entries entries, String by) {
        List<String> problems = dryRun(entries);
        if (!problems.isEmpty()) {
            int more = problems.size() - SHOWN_PROBLEMS;
            throw new Refused("The list cannot be activated. "
                    + String.join(" ", problems.subList(0, Math.min(SHOWN_PROBLEMS, problems.size())))
                    + (more > 0 ? " And %d more.".formatted(more) : ""));
        }
        Optional<WordList> before = table.newest().map(stamp -> active());
        int number = table.newest().map(Stamp::number).orElse(0) + 1;
        try {
            table.add(number, clock.instant(), by, entries);
        } catch (DuplicateKeyException e) {
            throw new Refused("Somebody else has just activated another list. Look at it, then try again.");
        }
        String version = version(number);
        audit.record(
                "screening.listActivated",
                version,
                before.map(known -> Map.of("version", known.version())).orElse(null),
                Map.of(
                        "words", entries.words().size(),
                        "allowed", entries.allowed().size(),
                        "hosts", entries.hosts().size(),
                        "by", by));
        before.ifPresent(known -> ListChanges.audit(known.entries(), entries, audit));
        events.publishEvent(new WordListActivated(version));
        return version;
    }

    /** What the audit log calls an entry of the lists. */
    public static String subject(ListFlaw.Kind kind, String entry) {
        return ListChanges.subject(kind, entry);
    }

    /** A version that was or is in force, for comparing and for evidence. */
    @Transactional(readOnly = true)
    public Optional<WordList> find(String version) {
        return table.numbers().stream()
                .filter(number -> version(number).equals(version))
                .findFirst()
                .map(number -> new WordList(version, table.entries(number)));
    }

    private static String version(int number) {
        return "L-" + number;
    }
}
