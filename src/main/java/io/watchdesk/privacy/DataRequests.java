package io.watchdesk.privacy;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.audit.Redactions;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Said;
import io.watchdesk.privacy.DataRequest.Kind;
import io.watchdesk.privacy.DataRequest.State;
import io.watchdesk.privacy.DestructionRecords.Destruction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is held about somebody is shown or erased after two people have agreed on it; neither may be that person. */
@Service
@Transactional
public class DataRequests {

    private static final List<String> DECIDERS = List.of("managers", "camunda-admin");
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_WORD = 200;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_WORDS = 10;

    private final DataRequestTable table;
    private final Holdings holdings;
    private final Obstacles obstacles;
    private final Exports exports;
    private final Eraser eraser;
    private final Redactions redactions;
    private final DestructionRecords records;
    private final PersonAccount accounts;
    private final People people;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DataRequests(
            DataRequestTable table,
            Holdings holdings,
            Obstacles obstacles,
            Exports exports,
            Eraser eraser,
            Redactions redactions,
            DestructionRecords records,
            PersonAccount accounts,
            People people,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.table = table;
        this.holdings = holdings;
        this.obstacles = obstacles;
        this.exports = exports;
        this.eraser = eraser;
        this.redactions = redactions;
        this.records = records;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens a request in the name of the current person.
     *
     * @param person id of a team member, or blank for somebody outside
     * @param words how somebody outside is called in what was received, one name, address or handle a line; or blank
     * @param reason the legal ground: who asked for it, and when
     */
    public DataRequest open(Kind kind, String person, String words, String reason) {
        onlyDeciders();
        boolean member = person != null && !person.isBlank();
        List<String> called = words == null
                ? List.of()
                : Arrays.stream(words.split("\\R"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        check(member ? person.strip() : null, called, reason);
        DataRequest request = new DataRequest(
                table.nextId(),
                kind,
                member ? person.strip() : null,
                null,
                State.OPEN,
                reason.strip(),
                null,
                people.actor(),
                clock.instant(),
                null,
                null);
        table.add(request, called);
        audit.record("privacy.requested", request.id(), null, Map.of("kind", kind));
        return request;
    }

    private void check(String person, List<String> words, String reason) {
        if (person == null == words.isEmpty()) {
            throw new Refused("Name either a team member or how somebody outside is called, not both.");
        }
        if (person != null
                && people.find(person).isEmpty()
                && holdings.count(subject(person, List.of())).isEmpty()) {
            throw new Refused("Nobody is called \"%s\" here, and nothing is held under this id.".formatted(person));
        }
        if (words.size() > MOST_WORDS
                || words.stream().anyMatch(word -> word.codePointCount(0, word.length()) > LONGEST_WORD)) {
            throw new Refused("At most %d names or addresses of at most %d characters, one a line."
                    .formatted(MOST_WORDS, LONGEST_WORD));
        }
        if (words.stream().anyMatch(word -> word.chars().allMatch(c -> c < 128) && word.length() < SHORTEST_WORD)) {
            throw new Refused(
                    "A name of less than %d letters would be found in other words too.".formatted(SHORTEST_WORD));
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refused("Say on which ground, for example who asked for it and when; at most %d characters."
                    .formatted(LONGEST_REASON));
        }
    }

    /** What a decider needs to know. */
    @Transactional(readOnly = true)
    public Look look(String id) {
        DataRequest request = get(id);
        if (request.state() == State.DONE || request.state() == State.REJECTED) {
            return new Look(request, nameOf(request), List.of(), Map.of(), List.of());
        }
        Subject subject = subject(request);
        return new Look(
                request,
                nameOf(request),
                subject.words(),
                holdings.count(subject),
                request.kind() == Kind.ERASURE ? obstacles.against(subject, id) : List.of());
    }

    /** A second person decides; refuses who asked for it and whom it is about. */
    public void decide(String id, boolean approved, String reason) {
        onlyDeciders();
        DataRequest request = lock(id);
        String decider = people.actor();
        if (decider.equals(request.requestedBy())) {
            throw new Refused("You asked for %s yourself; somebody else has to decide it.".formatted(id));
        }
        if (decider.equals(request.person())) {
            throw new Refused("%s is about yourself; somebody else has to decide it.".formatted(id));
        }
        if (!approved && (reason == null || reason.isBlank())) {
            throw new Refused("Say why the request is rejected.");
        }
        table.decide(
                id,
                approved ? State.APPROVED : State.REJECTED,
                reason == null || reason.isBlank() ? null : reason.strip(),
                decider,
                clock.instant());
        audit.record(approved ? "privacy.approved" : "privacy.rejected", id, null, null);
    }

    /** Writes the export of an approved request. */
    public void export(String id) {
        DataRequest request = lock(id);
        requireApproved(request);
        long rows = exports.make(id, subject(request));
        table.done(id, null, "%d rows were exported.".formatted(rows), people.actor(), clock.instant());
        audit.record("privacy.exported", id, null, Map.of("rows", rows));
    }

    /** The file of an export, for those who may decide on requests. */
    public byte[] take(String id) {
        onlyDeciders();
        byte[] file = exports.read(id);
        audit.record("privacy.exportTaken", id, null, null);
        return file;
    }

    /**
     * Erases the person of an approved request, or says what speaks against it.
     *
     * @return whether the person was erased; if not, {@link #look} tells the obstacles
     */
    public boolean erase(String id) {
        DataRequest request = lock(id);
        if (request.state() == State.DONE) {
            return true;
        }
        requireApproved(request);
        Subject subject = subject(request);
        List<String> against = obstacles.against(subject, id);
        if (!against.isEmpty()) {
            table.move(id, State.BLOCKED, against.size() == 1 ? against.get(0) : against.size() + " obstacles.");
            audit.record("privacy.erasureBlocked", id, null, Map.of("obstacles", against.size()));
            return false;
        }
        String pseudonym = table.nextPseudonym();
        String record = records.nextId();
        table.done(id, pseudonym, "Erased; see %s.".formatted(record), people.actor(), clock.instant());
        Map<String, Long> counts = eraser.erase(subject, pseudonym, record);
        counts.put("pseudonymised audit_entry", (long)
                redactions.redact(record, subject.needles(), text -> subject.without(text, pseudonym)));
        if (subject.id() != null && accounts.remove(subject.id())) {
            counts.put("deleted account", 1L);
        }
        jdbc.sql("delete from data_export where request_id in (select id from data_request where person = ?)")
                .param(pseudonym)
                .update();
        records.add(new Destruction(
                record,
                "erasure",
                pseudonym,
                request.reason(),
                request.requestedBy(),
                request.decidedBy(),
                people.actor(),
                clock.instant(),
                counts));
        audit.record("privacy.erased", id, null, Map.of("record", record, "pseudonym", pseudonym));
        return true;
    }

    /** The obstacles are out of the way, or it is given up. */
    public void goOn(String id, boolean again) {
        onlyDeciders();
        lock(id);
        table.move(id, again ? State.APPROVED : State.WITHDRAWN, again ? null : "Given up because of obstacles.");
        audit.record(again ? "privacy.triedAgain" : "privacy.givenUp", id, null, null);
    }

    /** Whether the current person may ask and decide. */
    public void onlyDeciders() {
        if (Collections.disjoint(people.groupsOf(people.actor()), DECIDERS)) {
            throw new Refused("Only managers and administrators deal with personal data requests.");
        }
    }

    private static void requireApproved(DataRequest request) {
        if (request.state() != State.APPROVED && request.state() != State.BLOCKED) {
            throw new Refused("%s is not approved.".formatted(request.id()));
        }
    }

    private DataRequest get(String id) {
        return table.find(id).orElseThrow(() -> new Refused("There is no request \"%s\".".formatted(id)));
    }

    private DataRequest lock(String id) {
        return table.lock(id).orElseThrow(() -> new Refused("There is no request \"%s\".".formatted(id)));
    }

    private Subject subject(DataRequest request) {
        return subject(request.person(), table.words(request.id()));
    }

    /** A team member is found under the full name and every address, too. */
    private Subject subject(String person, List<String> words) {
        List<String> all = new ArrayList<>(words);
        if (person != null) {
            people.find(person).ifPresent(known -> {
                all.add(known.email());
                if (!known.displayName().equals(person)) {
                    all.add(known.displayName());
                }
            });
            all.addAll(holdings.addresses(person));
        }
        return new Subject(person, all);
    }

    private String nameOf(DataRequest request) {
        return Stream.of(request.pseudonym(), request.person())
                .filter(name -> name != null)
                .findFirst()
                .map(people::displayName)
                .or(() -> Optional.of("somebody outside"))
                .get();
    }

    /**
     * A request with what is held.
     *
     * @param words under which somebody outside is looked for
     * @param rows how many rows of which table
     * @param obstacles what speaks against an erasure now, one sentence each
     */
    public record Look(
            DataRequest request,
            String name,
            List<String> words,
            Map<String, Long> rows,
            @Said List<String> obstacles) {}
}
