package io.watchdesk.crisis;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Crisis.State;
import io.watchdesk.crisis.CrisisRoles.Role;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Demands.Demand;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Holds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the people of a response decide, from the triage to the closing; each refuses what the rules forbid. */
@Component
@Transactional
public class CrisisCommand {

    private static final int LONGEST = 4000;
    private static final DateTimeFormatter QUIET_UNTIL =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final Map<String, Milestone> OUT =
            Map.of("holding", Milestone.HOLDING_STATEMENT_OUT, "full", Milestone.FULL_STATEMENT_OUT);

    private final CrisisBook book;
    private final CrisisRoles roles;
    private final CrisisRights rights;
    private final Ratings ratings;
    private final Demands demands;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final CrisisResponse response;
    private final ResponseProcess process;
    private final CrisisHolds crisisHolds;
    private final Holds holds;
    private final Accounts accounts;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CrisisCommand(
            CrisisBook book,
            CrisisRoles roles,
            CrisisRights rights,
            Ratings ratings,
            Demands demands,
            Deadlines deadlines,
            Timeline timeline,
            CrisisResponse response,
            @Lazy ResponseProcess process,
            CrisisHolds crisisHolds,
            Holds holds,
            Accounts accounts,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.roles = roles;
        this.rights = rights;
        this.ratings = ratings;
        this.demands = demands;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.response = response;
        this.process = process;
        this.crisisHolds = crisisHolds;
        this.holds = holds;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The facts known of a crisis. */
    @Transactional(readOnly = true)
    public Facts facts(String crisisId) {
        return book.facts(crisisId);
    }

    /** Whether the public knows of the matter; null while triage has not said so. */
    @Transactional(readOnly = true)
    public Boolean matterPublic(String crisisId) {
        return book.matterPublic(crisisId);
    }

    /**
     * Writes down what triage has found, and rates again. What is graver counts at once; a scope only grows.
     *
     * @throws Refused when an account is unknown or another open crisis has it with the same topic
     */
    public Crisis triage(String crisisId, Findings findings) {
        rights.mustBeOnTheLine();
        Crisis crisis = lockOpen(crisisId);
        Facts before = book.facts(crisisId);
        book.setFacts(crisisId, findings.facts().withRepeated(before.repeated()));
        book.setScenario(crisisId, findings.scenario() == null ? crisis.scenario() : findings.scenario());
        book.setPublic(crisisId, findings.matterPublic());
        widen(crisis, findings.accounts());
        timeline.record(
                crisisId,
                "crisis.factsConfirmed",
                "Facts and scope are confirmed; the public %s. %s"
                        .formatted(
                                findings.matterPublic() ? "knows of it" : "does not know of it",
                                findings.note() == null ? "" : findings.note().strip())
                        .strip());
        audit.record("crisis.factsConfirmed", crisisId, before, findings);
        ratings.again(crisisId);
        crisisHolds.apply(crisisId);
        Crisis after = book.get(crisisId);
        process.demandsChanged(after);
        return after;
    }

    /** The triage is done; below a grave level whoever has the crisis leads it. */
    public void triaged(String crisisId) {
        Crisis crisis = lockOpen(crisisId);
        if (book.matterPublic(crisisId) == null) {
            throw new Refused(
                    "Confirm the facts first: say what is known, whom it concerns and whether the public knows.");
        }
        response.reached(crisisId, Milestone.TRIAGED);
        if (demands.of(crisis).functions().isEmpty()
                && roles.holder(crisisId, Role.COMMANDER).isEmpty()) {
            roles.assign(crisisId, Role.COMMANDER, crisis.holder() == null ? people.actor() : crisis.holder());
        }
    }

    /** The current person fills a function of the command centre; the first function of the table commands. */
    public void staff(String crisisId, String group, String note) {
        lockOpen(crisisId);
        Role role = Role.ofGroup(group).orElseThrow(() -> new Refused("\"%s\" is no function.".formatted(group)));
        roles.assign(crisisId, role, people.actor());
        if (note != null && !note.isBlank()) {
            timeline.record(crisisId, "crisis.functionReported", "%s: %s".formatted(group, note.strip()));
        }
        boolean complete = demands.of(book.get(crisisId)).functions().stream()
                .flatMap(each -> Role.ofGroup(each).stream())
                .allMatch(each -> roles.holder(crisisId, each).isPresent());
        if (complete) {
            response.reached(crisisId, Milestone.COMMAND_ASSEMBLED);
        }
    }

    /** The commander declares it over; the closing begins. Answers whether the public had been told anything. */
    public boolean declareOver(String crisisId, String summary) {
        Crisis crisis = lockOpen(crisisId);
        rights.mustCommand(crisisId, "declare it over");
        String why = required(summary, "Say in a sentence why it is over.");
        Demand demand = demands.of(crisis);
        demand.statements().stream().findFirst().map(OUT::get).ifPresent(first -> {
            if (book.at(crisisId, first).isEmpty()) {
                throw new Refused("The public waits for a first word at this level. Get the statement out,"
                        + " or lower the level first, with a reason.");
            }
        });
        book.setOver(crisisId, clock.instant());
        timeline.record(crisisId, "crisis.declaredOver", "Declared over: %s".formatted(why));
        audit.record("crisis.declaredOver", crisisId, crisis, book.get(crisisId));
        response.reached(crisisId, Milestone.DECLARED_OVER);
        return OUT.values().stream().anyMatch(out -> book.at(crisisId, out).isPresent());
    }

    /**
     * Closes it for good.
     *
     * @param earlyReason needed while the quiet time of the level is not over
     */
    public void close(String crisisId, String outcome, String earlyReason) {
        Crisis crisis = lockOpen(crisisId);
        rights.mustCommand(crisisId, "close it");
        String how = required(outcome, "Write down the outcome: what it was, what was done, what remains.");
        List<String> missing = missing(crisis);
        if (!missing.isEmpty()) {
            throw new Refused(String.join(" ", missing));
        }
        Instant quiet = deadlines.due(crisisId, Deadline.QUIET_PERIOD).orElse(Instant.MIN);
        if (quiet.isAfter(clock.instant()) && (earlyReason == null || earlyReason.isBlank())) {
            throw new Refused(
                    "It has not been quiet long enough for this level (until %s). Wait, or say why it is closed early."
                            .formatted(QUIET_UNTIL.format(quiet)));
        }
        response.reached(crisisId, Milestone.CLOSED);
        timeline.record(
                crisisId,
                "crisis.closed",
                earlyReason == null || earlyReason.isBlank()
                        ? "Closed: %s".formatted(how)
                        : "Closed early (%s): %s".formatted(earlyReason.strip(), how));
        book.end(crisisId, State.CLOSED, how, clock.instant());
        Crisis after = book.get(crisisId);
        audit.record("crisis.closed", crisisId, crisis, after);
        events.publishEvent(new CrisisEnded(after));
    }

    /** What keeps a crisis from being closed, as sentences; empty when nothing does. */
    @Transactional(readOnly = true)
    public List<String> missing(Crisis crisis) {
        List<String> missing = new ArrayList<>();
        boolean told =
                OUT.values().stream().anyMatch(out -> book.at(crisis.id(), out).isPresent());
        if (told && book.at(crisis.id(), Milestone.RESOLUTION_OUT).isEmpty()) {
            missing.add("The resolution message is not out.");
        }
        if (holds.open().stream().anyMatch(hold -> crisis.id().equals(hold.owner()))) {
            missing.add("Content is still held; decide about each held item first.");
        }
        return missing;
    }

    /** A line for the record, by a person of the line. */
    public void note(String crisisId, String text) {
        rights.mustBeOnTheLine();
        timeline.record(crisisId, "crisis.noted", required(text, "Write down what happened."));
    }

    /** Whoever has it gives it back, or somebody who answers for the line takes it away. */
    public void giveBack(String crisisId, String reason) {
        Crisis crisis = lockOpen(crisisId);
        rights.mustAnswerFor(crisis, "give it back");
        response.release(crisisId, required(reason, "Say why; the next person reads it."));
    }

    /** How it ended, or null. */
    @Transactional(readOnly = true)
    public String outcome(String crisisId) {
        return book.outcome(crisisId);
    }

    private void widen(Crisis crisis, List<String> wanted) {
        for (String account : wanted) {
            accounts.require(account);
            if (crisis.accounts().contains(account)) {
                continue;
            }
            book.lockGuard();
            if (!crisis.drill()) {
                book.open(account, crisis.topic()).ifPresent(other -> {
                    throw new Refused("%s is open for %s and the same topic; it cannot belong to two crises."
                            .formatted(other.id(), account));
                });
            }
            book.addToScope(crisis, account);
        }
    }

    private Crisis lockOpen(String crisisId) {
        Crisis crisis = book.lock(crisisId);
        if (!crisis.open()) {
            throw new Refused("%s is over already.".formatted(crisisId));
        }
        return crisis;
    }

    private static String required(String text, String sentence) {
        if (text == null || text.isBlank()) {
            throw new Refused(sentence);
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Refused("That is longer than %d characters.".formatted(LONGEST));
        }
        return text.strip();
    }

    /**
     * What triage found out.
     *
     * @param accounts ids of accounts that are concerned; those already in the scope stay
     * @param scenario null leaves it as it is
     * @param note may be null
     */
    public record Findings(Facts facts, String scenario, List<String> accounts, boolean matterPublic, String note) {}
}
