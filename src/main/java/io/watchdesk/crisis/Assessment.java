package io.watchdesk.crisis;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.CrisisResponse.Declaration;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Deadlines.Mark;
import io.watchdesk.crisis.Severity.Rating;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a signal: rated by the tables, then a crisis or a person's look at it. */
@Component
@Transactional
public class Assessment {

    private static final Set<String> SCENARIOS =
            Set.of("accountBanned", "serviceOutage", "dataLeak", "complaintSurge", "other");
    private static final int LONGEST_REASON = 2000;

    private final Signals signals;
    private final Severity severity;
    private final Crises crises;
    private final CrisisResponse response;
    private final Deadlines deadlines;
    private final CrisisRights rights;
    private final AuditLog audit;
    private final Clock clock;

    Assessment(
            @Lazy Signals signals,
            Severity severity,
            Crises crises,
            CrisisResponse response,
            Deadlines deadlines,
            CrisisRights rights,
            AuditLog audit,
            Clock clock) {
        this.signals = signals;
        this.severity = severity;
        this.crises = crises;
        this.response = response;
        this.deadlines = deadlines;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** The level and what follows: it joins an open crisis, opens one, or goes to a person. */
    public Rated rate(String signalId) {
        Signal signal = signals.get(signalId);
        View view = view(signalId);
        Level level = view.rating().level();
        Route route = Route.ASSESS;
        if (crises.open(signal.account(), signal.topic()).isPresent()) {
            route = Route.JOIN;
        } else if (level.grave()) {
            route = Route.DECLARE;
        } else {
            signals.moveTo(signalId, Signal.State.ASSESSING, null);
        }
        audit.record("signal.rated", signalId, null, view);
        return new Rated(level, route, signal.title(), due(level), CrisisScopes.of(signal.account(), signal.topic()));
    }

    /**
     * What the tables say about a signal, and what of its facts could not be read. The engine keeps a record of each
     * evaluation, so this writes.
     */
    public View view(String signalId) {
        Signal signal = signals.get(signalId);
        FactReader.Read read = FactReader.read(signal.facts());
        Facts facts = read.facts().withRepeated(severity.repeated(signal.topic()));
        return new View(facts, severity.rate(facts), read.notes());
    }

    /**
     * Facts that a person states, by the names of the severity table's inputs; a missing one is unknown.
     *
     * @throws Refused with a sentence for every value that cannot be read
     */
    public static Facts readable(Map<String, String> stated) {
        FactReader.Read read = FactReader.read(stated);
        if (!read.notes().isEmpty()) {
            throw new Refused(String.join(" ", read.notes()));
        }
        return read.facts();
    }

    /** Nobody looked at it in time: it counts one level higher, and a new clock starts. */
    public Raised raise(String signalId, Level level) {
        Level higher = level.higher();
        audit.record("signal.levelRaised", signalId, level, higher);
        return new Raised(
                higher,
                higher.grave() ? Gravity.GRAVE : Gravity.NOT_GRAVE,
                due(higher),
                "Nobody assessed it in time, so it counts as %s instead of %s."
                        .formatted(Outcomes.text(higher), Outcomes.text(level)));
    }

    /** Opens a crisis of this signal, or joins the one that is open meanwhile. */
    public Crisis declare(String signalId, Level level, String reason) {
        Signal signal = signals.get(signalId);
        View view = view(signalId);
        List<String> reasons = new ArrayList<>();
        if (reason != null && !reason.isBlank()) {
            reasons.add(reason.strip());
        }
        reasons.addAll(view.rating().reasons());
        reasons.addAll(view.notes());
        String scenario = signal.facts() == null ? null : signal.facts().get("scenario");
        return response.declare(new Declaration(
                signal.title(),
                signal.account() == null ? List.of() : List.of(signal.account()),
                signal.topic(),
                SCENARIOS.contains(scenario == null ? "" : scenario) ? scenario : null,
                level,
                reasons,
                view.facts(),
                signalId,
                Crisis.Mode.REAL,
                signal.occurredAt()));
    }

    /** Joins the open crisis of its account and topic; opens one when that has ended this moment and the level is grave. */
    public void join(String signalId) {
        Signal signal = signals.get(signalId);
        String crisisId = crises.open(signal.account(), signal.topic())
                .map(Crisis::id)
                .orElseThrow(() -> new IllegalStateException("The crisis of %s has just ended.".formatted(signalId)));
        response.join(crisisId, signalId, view(signalId).facts());
    }

    /**
     * A person's verdict on a signal.
     *
     * @param verdict what to do
     * @param level at which a crisis is opened; ignored otherwise
     * @param reason why; always needed
     * @param snoozeUntil ISO instant; ignored unless it is snoozed
     */
    public Decided decide(String signalId, Verdict verdict, Level level, String reason, String snoozeUntil) {
        rights.mustBeOnTheLine();
        if (reason == null || reason.isBlank()) {
            throw new Refused("Say why; the next person who sees this signal reads it.");
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw new Refused("The reason is longer than %d characters.".formatted(LONGEST_REASON));
        }
        if (verdict == Verdict.CRISIS && level == null) {
            throw new Refused("Say at which level the crisis is opened.");
        }
        Level rated = view(signalId).rating().level();
        String until = verdict == Verdict.SNOOZED ? snooze(rated, snoozeUntil) : null;
        if (verdict == Verdict.DISMISSED) {
            signals.moveTo(signalId, Signal.State.DISMISSED, null);
        } else if (verdict == Verdict.SNOOZED) {
            signals.moveTo(signalId, Signal.State.SNOOZED, null);
        }
        Decided decided = new Decided(verdict, verdict == Verdict.CRISIS ? level : rated, reason.strip(), until);
        audit.record("signal." + Outcomes.text(verdict), signalId, rated, decided);
        return decided;
    }

    private String due(Level level) {
        return deadlines
                .at(level, Deadline.ASSESSMENT, Mark.DUE, clock.instant())
                .map(Instant::toString)
                // A table without this row must not put a signal to sleep.
                .orElse(clock.instant().toString());
    }

    private String snooze(Level level, String text) {
        Instant now = clock.instant();
        Instant until;
        try {
            until = Instant.parse(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw new Refused("Say until when it is put off; a signal never sleeps without an end.");
        }
        Duration longest = deadlines.budget(level, Deadline.SNOOZE).orElse(Duration.ZERO);
        if (!until.isAfter(now)) {
            throw new Refused("That time is past.");
        }
        if (until.isAfter(now.plus(longest))) {
            throw new Refused("A %s signal may be put off for %d hours at most."
                    .formatted(Outcomes.text(level), longest.toHours()));
        }
        return until.toString();
    }

    /** What follows a rating. */
    public enum Route {
        JOIN,
        DECLARE,
        ASSESS
    }

    /** What a person makes of a signal. */
    public enum Verdict {
        CRISIS,
        DISMISSED,
        SNOOZED
    }

    /** Whether the level opens a crisis by itself. */
    public enum Gravity {
        GRAVE,
        NOT_GRAVE
    }

    /**
     * A rated signal.
     *
     * @param due ISO instant until which a person looks at it
     * @param scope account and topic as they are matched
     */
    public record Rated(Level level, Route route, String title, String due, String scope) {}

    /** A signal that counts one level higher. */
    public record Raised(Level level, Gravity gravity, String due, String reason) {}

    /** A person's verdict, checked. */
    public record Decided(Verdict verdict, Level level, String reason, String snoozeUntil) {}

    /**
     * What is known about a signal.
     *
     * @param notes sentences about what could not be read
     */
    public record View(Facts facts, Rating rating, List<String> notes) {}
}
