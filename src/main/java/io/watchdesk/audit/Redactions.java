package io.watchdesk.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of the words of entries. Sequence, time, action and hashes stay, so the chain still holds; what the
 * entries say from then on is committed to by an entry of its own.
 */
@Component
public class Redactions {

    /** The entry that vouches for what the redacted entries say; its subject is the destruction record. */
    static final String ACTION = "audit.redacted";

    private static final JsonMapper JSON = new JsonMapper();

    private final AuditEntries entries;
    private final RedactionTable table;
    private final AuditLog log;

    Redactions(AuditEntries entries, AuditLog log) {
        this.entries = entries;
        this.table = entries.redactions();
        this.log = log;
    }

    /**
     * Redacts every entry in which one of the words stands, in the caller's transaction.
     *
     * @param record the destruction record
     * @param words what is looked for, exactly as it is written
     * @param without gives back a text without the person, and other texts as they are
     * @return how many entries were redacted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int redact(String record, List<String> words, UnaryOperator<String> without) {
        List<AuditEntry> redacted = new ArrayList<>();
        for (AuditEntry entry : entries.containing(inJsonToo(words))) {
            AuditEntry changed = entry.redacted(
                    record,
                    without.apply(entry.actor()),
                    without.apply(entry.subject()),
                    inJson(entry.before(), without),
                    inJson(entry.after(), without));
            if (!sameWords(entry, changed)) {
                table.add(record, changed.sequence(), changed.commitmentToWords());
                entries.redact(changed);
                redacted.add(changed);
            }
        }
        if (!redacted.isEmpty()) {
            Map<String, Object> account = new LinkedHashMap<>();
            account.put("entries", redacted.size());
            account.put("digest", table.digest(record));
            log.record(ACTION, record, null, account);
        }
        return redacted.size();
    }

    /** The entries that contain one of the words, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> containing(List<String> words) {
        return entries.containing(inJsonToo(words));
    }

    private static boolean sameWords(AuditEntry one, AuditEntry other) {
        return one.actor().equals(other.actor())
                && one.subject().equals(other.subject())
                && Objects.equals(one.before(), other.before())
                && Objects.equals(one.after(), other.after());
    }

    /** In JSON some characters are written with a backslash. */
    private static List<String> inJsonToo(List<String> words) {
        return words.stream()
                .flatMap(word -> {
                    String written = TextNode.valueOf(word).toString();
                    return Stream.of(word, written.substring(1, written.length() - 1));
                })
                .distinct()
                .toList();
    }

    private static String inJson(String text, UnaryOperator<String> without) {
        if (text == null) {
            return null;
        }
        try {
            JsonNode tree = JSON.readTree(text);
            JsonNode changed = changed(tree, without);
            return changed.equals(tree) ? text : JSON.writeValueAsString(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit entry holds something else than JSON.", e);
        }
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<String> without) {
        if (node.isTextual()) {
            return TextNode.valueOf(without.apply(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> all.add(changed(each, without)));
            return all;
        }
        if (node.isObject()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(each -> all.set(without.apply(each.getKey()), changed(each.getValue(), without)));
            return all;
        }
        return node;
    }
}
