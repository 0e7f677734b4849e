package io.watchdesk.audit.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditEntry;
import io.watchdesk.audit.AuditVerification;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a piece, for managers and administrators. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final List<String> READERS = List.of("managers", "camunda-admin");
    private static final int MOST_ENTRIES = 1000;

    private final AuditEntries entries;
    private final AuditVerification verification;
    private final People people;

    AuditController(AuditEntries entries, AuditVerification verification, People people) {
        this.entries = entries;
        this.verification = verification;
        this.people = people;
    }

    /** Everything recorded about a subject, newest first, at most a thousand entries. */
    @GetMapping
    List<View> about(@RequestParam String subject) {
        onlyReaders();
        return entries.about(subject, MOST_ENTRIES).stream()
                .map(entry -> View.of(entry, people))
                .toList();
    }

    /** Walks the whole chain; the only way to verify while Watchdesk runs on its embedded database. */
    @GetMapping("/verification")
    AuditVerification.Finding verify() {
        onlyReaders();
        return verification.verify();
    }

    private void onlyReaders() {
        List<String> groups = people.groupsOf(people.actor());
        if (Collections.disjoint(groups, READERS)) {
            throw new Refused("Only managers and administrators may read the audit log.");
        }
    }

    /** One entry as people read it. */
    record View(
            long sequence,
            Instant at,
            String actor,
            String actorName,
            String action,
            String subject,
            @JsonRawValue String before,
            @JsonRawValue String after,
            String hash) {

        static View of(AuditEntry entry, People people) {
            return new View(
                    entry.sequence(),
                    entry.at(),
                    entry.actor(),
                    people.displayName(entry.actor()),
                    entry.action(),
                    entry.subject(),
                    entry.before(),
                    entry.after(),
                    entry.hash());
        }
    }
}
