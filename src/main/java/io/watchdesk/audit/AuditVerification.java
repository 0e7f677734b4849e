package io.watchdesk.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Walks the chain from its first entry and compares every link. It can run while entries are added. Whoever may write to
 * the tables could rebuild the whole chain; that is found by comparing with a head that was noted elsewhere.
 */
@Component
public class AuditVerification {

    private static final int PAGE = 200;
    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    private final AuditEntries entries;

    AuditVerification(AuditEntries entries) {
        this.entries = entries;
    }

    /**
     * What the walk found.
     *
     * @param intact whether every entry is what it was when it was written, and none is missing
     * @param entries how many entries were found in order
     * @param head the last hash in order; note it elsewhere to detect a chain that was rebuilt
     * @param sentence the finding for people; names the first broken entry
     */
    public record Finding(boolean intact, long entries, String head, String sentence) {}

    /** Compares every entry with its own hash and with the entry before it, and the last one with the head. */
    public Finding verify() {
        return verify(null);
    }

    /**
     * The same, and the chain must also contain a head that was noted earlier.
     *
     * @param noted {@code <entries>:<hash>} as an earlier verification printed it, or null
     */
    public Finding verify(String noted) {
        return verifyAfter(0, noted);
    }

    /** The same from behind an entry that is taken as it is. */
    Finding verifyAfter(long sequence, String noted) {
        Walk walk = new Walk(noted == null ? null : NotedHead.parse(noted), new RedactionProof(entries.redactions()));
        if (sequence > 0) {
            walk.sequence = sequence;
            walk.hash = entries.after(sequence - 1, 1).get(0).hash();
        }
        while (true) {
            List<AuditEntry> page = next(walk);
            for (AuditEntry entry : page) {
                String breach = walk.step(entry);
                if (breach != null) {
                    return walk.broken(breach);
                }
            }
            if (page.isEmpty()) {
                // Read in this order, so that what is added meanwhile is walked too and not taken for a breach.
                AuditEntries.Head head = entries.head();
                if (next(walk).isEmpty() || head.sequence() < walk.sequence) {
                    return walk.end(head);
                }
            }
        }
    }

    private List<AuditEntry> next(Walk walk) {
        return entries.after(walk.sequence, PAGE);
    }

    /** A head that somebody noted outside of the database. */
    private record NotedHead(long sequence, String hash) {

        static NotedHead parse(String text) {
            String[] parts = text.strip().split(":");
            if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a noted head; it looks like 1234:<64 hexadecimal digits>.".formatted(text));
            }
            return new NotedHead(Long.parseLong(parts[0]), parts[1]);
        }
    }

    /** How far the walk has come. */
    private static final class Walk {

        private final NotedHead noted;
        private long sequence;
        private final RedactionProof redactions;
        private String hash = BEFORE_THE_FIRST;

        Walk(NotedHead noted, RedactionProof redactions) {
            this.noted = noted;
            this.redactions = redactions;
        }

        /** Goes on to an entry; returns what is wrong with it, or null. */
        String step(AuditEntry entry) {
            long expected = sequence + 1;
            if (entry.sequence() != expected) {
                return "Entry %d is missing: after entry %d comes entry %d."
                        .formatted(expected, sequence, entry.sequence());
            }
            if (!entry.intact()) {
                return "Entry %d was altered: its contents do not match its hash. It says: %s by %s on %s at %s."
                        .formatted(expected, entry.action(), entry.actor(), entry.subject(), entry.at());
            }
            if (!entry.previousHash().equals(hash)) {
                return "Entry %d does not follow from entry %d: it or an entry before it was inserted or replaced."
                        .formatted(expected, sequence);
            }
            String unproven = redactions.step(entry);
            if (unproven != null) {
                return unproven;
            }
            sequence = expected;
            hash = entry.hash();
            if (noted != null && noted.sequence == sequence && !noted.hash.equals(hash)) {
                return "Entry %d is not the one that was noted: the chain was rebuilt at or before it."
                        .formatted(sequence);
            }
            return null;
        }

        Finding end(AuditEntries.Head head) {
            if (head.sequence() > sequence) {
                return broken("Entry %d is missing: the head says there are %d entries, the last one found is %d."
                        .formatted(sequence + 1, head.sequence(), sequence));
            }
            if (head.sequence() < sequence) {
                return broken("Entry %d was inserted: the head says the chain ends with entry %d."
                        .formatted(head.sequence() + 1, head.sequence()));
            }
            if (!head.hash().equals(hash)) {
                return broken(
                        "Entry %d is not the one that the head names: it or the head was altered.".formatted(sequence));
            }
            if (noted != null && noted.sequence > sequence) {
                return broken("Entry %d is missing: entry %d was noted, the chain ends with entry %d."
                        .formatted(sequence + 1, noted.sequence, sequence));
            }
            String unproven = redactions.end();
            if (unproven != null) {
                return broken(unproven);
            }
            return new Finding(
                    true,
                    sequence,
                    hash,
                    "The audit log is intact: %d entries, head %d:%s.%s"
                            .formatted(sequence, sequence, hash, redactions.sentence()));
        }

        Finding broken(String breach) {
            return new Finding(
                    false,
                    sequence,
                    hash,
                    "The audit log is BROKEN. %s %d entries were found in order.".formatted(breach, sequence));
        }
    }
}
