package io.watchdesk.crisis;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Severity.Rating;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the level: up at once and by anybody of the line or the table, down only by who commands. */
@Component
@Transactional
public class Ratings {

    private final CrisisBook book;
    private final Timeline timeline;
    private final Severity severity;
    private final CrisisRights rights;
    private final ResponseProcess process;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ratings(
            CrisisBook book,
            Timeline timeline,
            Severity severity,
            CrisisRights rights,
            @Lazy ResponseProcess process,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.book = book;
        this.timeline = timeline;
        this.severity = severity;
        this.rights = rights;
        this.process = process;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the tables say about the facts of now. The engine keeps a record of each evaluation, so this writes. */
    public Rating byTable(String crisisId) {
        return severity.rate(book.facts(crisisId));
    }

    /** Rates by the tables. The level goes up by itself, never down. */
    public Crisis again(String crisisId) {
        Crisis crisis = lockOpen(crisisId);
        Rating rating = byTable(crisisId);
        book.wind(crisisId, Deadline.RERATING.name(), clock.instant());
        return rating.level().compareTo(crisis.level()) > 0
                ? change(crisis, rating.level(), rating.reasons(), "The tables rate it anew.")
                : crisis;
    }

    /** Raises because the rules of the house say so. What is not higher changes nothing. */
    public Crisis raise(String crisisId, Level level, List<String> reasons) {
        Crisis crisis = lockOpen(crisisId);
        return level.compareTo(crisis.level()) > 0 ? change(crisis, level, reasons, String.join(" ", reasons)) : crisis;
    }

    /** A person rates: up at once, down only the commander, both with a reason. */
    public Crisis byHand(String crisisId, Level level, String reason) {
        Crisis crisis = lockOpen(crisisId);
        String why = required(reason, "Say why the level is another one.");
        if (level == crisis.level()) {
            throw new Refused("%s is %s already.".formatted(crisisId, Outcomes.text(level)));
        }
        if (level.compareTo(crisis.level()) > 0) {
            rights.mustBeOnTheLine();
        } else {
            rights.mustCommand(crisisId, "lower the level");
        }
        String sentence = "%s rates it %s: %s".formatted(people.displayName(people.actor()), Outcomes.text(level), why);
        return change(
                crisis,
                level,
                Stream.concat(Stream.of(sentence), crisis.reasons().stream()).toList(),
                why);
    }

    /** Asks the commander to lower the level; one wish at a time. */
    public void askDowngrade(String crisisId, Level level, String reason) {
        rights.mustBeOnTheLine();
        Crisis crisis = lockOpen(crisisId);
        String why = required(reason, "Say why the level should be lower; the commander decides on it.");
        if (level.compareTo(crisis.level()) >= 0) {
            throw new Refused(
                    "%s is not lower than %s.".formatted(Outcomes.text(level), Outcomes.text(crisis.level())));
        }
        if (wish(crisisId).isPresent()) {
            throw new Refused("The commander is asked already to lower %s.".formatted(crisisId));
        }
        jdbc.sql("""
                        insert into crisis_downgrade (id, crisis_id, level, reason, asked_by, asked_at)
                        values (nextval('crisis_downgrade_number'), ?, ?, ?, ?, ?)
                        """)
                .params(crisisId, level.name(), why, people.actor(), CrisisBook.utc(clock.instant()))
                .update();
        timeline.record(
                crisisId, "crisis.downgradeAsked", "Lowering to %s is asked: %s".formatted(Outcomes.text(level), why));
        audit.record("crisis.downgradeAsked", crisisId, crisis.level(), level);
        process.downgradeAsked(crisis);
    }

    /** The commander's word on the open wish. */
    public void decideDowngrade(String crisisId, boolean approved, String reason) {
        Crisis crisis = lockOpen(crisisId);
        rights.mustCommand(crisisId, "lower the level");
        String why = required(reason, "Say why; it stands in the time line.");
        Wish wish = wish(crisisId).orElseThrow(() -> new Refused("Nobody wishes to lower %s.".formatted(crisisId)));
        jdbc.sql("update crisis_downgrade set decided_by = ?, decided_at = ?, approved = ? where id = ?")
                .params(people.actor(), CrisisBook.utc(clock.instant()), approved, wish.id())
                .update();
        audit.record("crisis.downgradeDecided", crisisId, wish, approved);
        if (approved && wish.level().compareTo(crisis.level()) < 0) {
            byHand(crisisId, wish.level(), why);
        } else {
            timeline.record(crisisId, "crisis.downgradeRefused", "The level stays: %s".formatted(why));
        }
    }

    /** The wish that the commander has not decided yet. */
    @Transactional(readOnly = true)
    public Optional<Wish> wish(String crisisId) {
        return jdbc.sql("select * from crisis_downgrade where crisis_id = ? and decided_at is null")
                .param(crisisId)
                .query((row, number) -> new Wish(
                        row.getLong("id"),
                        Level.valueOf(row.getString("level")),
                        row.getString("reason"),
                        row.getString("asked_by")))
                .optional();
    }

    private Crisis change(Crisis before, Level level, List<String> reasons, String why) {
        book.setLevel(before.id(), level, reasons);
        Crisis after = book.get(before.id());
        timeline.record(
                before.id(),
                level.compareTo(before.level()) > 0 ? "crisis.levelRaised" : "crisis.levelLowered",
                "From %s to %s: %s".formatted(Outcomes.text(before.level()), Outcomes.text(level), why));
        audit.record("crisis.levelChanged", before.id(), before, after);
        process.levelChanged(after);
        events.publishEvent(new LevelChanged(after, before.level()));
        return after;
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
        return text.strip();
    }

    /** A wish to lower the level. */
    public record Wish(long id, Level level, String reason, String askedBy) {}
}
