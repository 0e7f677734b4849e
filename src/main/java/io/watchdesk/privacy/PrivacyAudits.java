package io.watchdesk.privacy;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The quarterly look at how data about people are treated; its record is the audit log. */
@Service
@Transactional
public class PrivacyAudits {

    private static final int LONGEST_TEXT = 2000;

    private final DataRequests requests;
    private final AuditLog audit;
    private final People people;

    PrivacyAudits(DataRequests requests, AuditLog audit, People people) {
        this.requests = requests;
        this.audit = audit;
        this.people = people;
    }

    /** Everybody who can sign in, with what they may do. */
    @Transactional(readOnly = true)
    public List<Access> access() {
        requests.onlyDeciders();
        return people.all().stream()
                .map(person -> new Access(person.id(), person.displayName(), people.groupsOf(person.id())))
                .toList();
    }

    /**
     * Somebody has gone through the list.
     *
     * @param id of the audit
     * @param inOrder by what was looked at: whether it is in order
     * @param findings what is not in order; needed if anything is not
     * @return whether everything is in order
     */
    public boolean audited(String id, Map<String, Boolean> inOrder, String findings) {
        requests.onlyDeciders();
        List<String> wrong = inOrder.entrySet().stream()
                .filter(check -> !check.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            check(findings, "Say what was found, so that somebody can mend it");
        }
        Map<String, Object> said = new TreeMap<>(inOrder);
        said.put("findings", wrong.isEmpty() ? "" : findings.strip());
        audit.record("privacy.audited", id, null, said);
        return wrong.isEmpty();
    }

    /** What was found is mended. */
    public void mended(String id, String how) {
        requests.onlyDeciders();
        check(how, "Say what was done about each finding");
        audit.record("privacy.findingsMended", id, null, how.strip());
    }

    /** @param groups each gives rights, see {@code access/roles.yaml} */
    public record Access(String id, String name, List<String> groups) {}

    private static void check(String text, String sentence) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Refused("%s; at most %d characters.".formatted(sentence, LONGEST_TEXT));
        }
    }
}
