package io.watchdesk.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Proves that every redacted entry says what its redaction made of it: the entry fits the row of the redaction, and the
 * rows of a redaction fit the digest that stands in the chain.
 */
final class RedactionProof {

    private static final JsonMapper JSON = new JsonMapper();

    private final RedactionTable table;
    /** The first entry that each record redacted. */
    private final Map<String, Long> seen = new LinkedHashMap<>();

    private final Map<String, String> vouchedFor = new HashMap<>();
    private long entries;

    RedactionProof(RedactionTable table) {
        this.table = table;
    }

    /** Looks at the next entry of the chain; returns what is wrong with it, or null. */
    String step(AuditEntry entry) {
        if (entry.action().equals(Redactions.ACTION)) {
            vouchedFor.put(entry.subject(), digest(entry.after()));
        }
        if (entry.redactedBy() == null) {
            return null;
        }
        seen.putIfAbsent(entry.redactedBy(), entry.sequence());
        entries++;
        boolean proven = table.commitment(entry.redactedBy(), entry.sequence())
                .filter(entry.commitmentToWords()::equals)
                .isPresent();
        return proven
                ? null
                : "Entry %d was altered: it does not say what %s made of it. It says: %s by %s on %s at %s."
                        .formatted(
                                entry.sequence(),
                                entry.redactedBy(),
                                entry.action(),
                                entry.actor(),
                                entry.subject(),
                                entry.at());
    }

    /** What is wrong with the redactions as a whole, or null. */
    String end() {
        for (Map.Entry<String, Long> record : seen.entrySet()) {
            if (!table.digest(record.getKey()).equals(vouchedFor.get(record.getKey()))) {
                return "Entry %d was altered: the chain does not vouch for the redaction %s that it names."
                        .formatted(record.getValue(), record.getKey());
            }
        }
        return null;
    }

    /** How much was redacted, to stand behind another sentence; empty when nothing was. */
    String sentence() {
        return entries == 0 ? "" : " %d of them without a person who was erased.".formatted(entries);
    }

    private static String digest(String account) {
        try {
            return account == null ? "" : JSON.readTree(account).path("digest").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
