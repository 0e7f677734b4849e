package io.watchdesk.screening;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Host;
import io.watchdesk.screening.WordList.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Audits each entry in which two versions of the lists differ. */
final class ListChanges {

    private static final int LONGEST_SUBJECT = 255;

    private ListChanges() {}

    static void audit(Entries before, Entries after, AuditLog audit) {
        audit(ListFlaw.Kind.WORD, before.words(), after.words(), Word::term, audit);
        audit(ListFlaw.Kind.ALLOWED, before.allowed(), after.allowed(), Allowed::phrase, audit);
        audit(ListFlaw.Kind.HOST, before.hosts(), after.hosts(), Host::host, audit);
    }

    /** What the audit log calls an entry. */
    static String subject(ListFlaw.Kind kind, String entry) {
        String subject = kind.name().toLowerCase(Locale.ROOT) + ":" + entry;
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    private static <T> void audit(
            ListFlaw.Kind kind, List<T> before, List<T> after, Function<T, String> name, AuditLog audit) {
        Map<String, T> gone = new LinkedHashMap<>();
        before.forEach(entry -> gone.put(name.apply(entry), entry));
        for (T entry : after) {
            T old = gone.remove(name.apply(entry));
            if (!entry.equals(old)) {
                audit.record("screening.entryChanged", subject(kind, name.apply(entry)), old, entry);
            }
        }
        gone.forEach((entry, old) -> audit.record("screening.entryChanged", subject(kind, entry), old, null));
    }
}
