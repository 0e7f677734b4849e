package io.watchdesk.desk.registers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditEntry;
import io.watchdesk.platform.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what of an entry when, from the audit log. */
@Component
public class EntryHistory {

    private static final int MOST = 50;

    private final AuditEntries entries;
    private final ObjectMapper json;
    private final People people;

    EntryHistory(AuditEntries entries, ObjectMapper json, People people) {
        this.entries = entries;
        this.json = json;
        this.people = people;
    }

    /**
     * One change.
     *
     * @param first whether the entry was new
     * @param gone whether the entry was taken out
     */
    public record Step(Instant at, String person, boolean first, boolean gone, List<Plan.Difference> differences) {}

    /** The newest changes of an entry, newest first. */
    @Transactional(readOnly = true)
    public List<Step> of(Register register, String key) {
        return entries.about(register.subject(key), MOST).stream()
                .map(this::step)
                .toList();
    }

    private Step step(AuditEntry entry) {
        Map<String, String> before = fields(entry.before());
        Map<String, String> after = fields(entry.after());
        List<Plan.Difference> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String old = before.getOrDefault(name, "");
            String now = after.getOrDefault(name, "");
            if (!old.equals(now)) {
                differences.add(new Plan.Difference(name, old, now));
            }
        }
        return new Step(
                entry.at(),
                people.displayName(entry.actor()),
                entry.before() == null,
                entry.after() == null,
                differences);
    }

    private Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (text != null) {
            try {
                json.readTree(text).properties().forEach(field -> fields.put(field.getKey(), said(field.getValue())));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("An audit entry is no JSON.", e);
            }
        }
        return fields;
    }

    private static String said(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isArray()
                ? String.join(
                        "; ",
                        StreamSupport.stream(value.spliterator(), false)
                                .map(EntryHistory::said)
                                .toList())
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
