package io.watchdesk.crisis;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.ShortTitle;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.Crisis.State;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens crises, lets signals join, and notes who takes them and how they end before their time. */
@Component
@Transactional
class CrisisDesk implements CrisisResponse {

    private final CrisisBook book;
    private final TimelineBook timeline;
    private final Ratings ratings;
    private final CrisisRights rights;
    private final ResponseProcess process;
    private final Signals signals;
    private final Accounts accounts;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CrisisDesk(
            CrisisBook book,
            TimelineBook timeline,
            Ratings ratings,
            CrisisRights rights,
            @Lazy ResponseProcess process,
            @Lazy Signals signals,
            Accounts accounts,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.timeline = timeline;
        this.ratings = ratings;
        this.rights = rights;
        this.process = process;
        this.signals = signals;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Crisis declare(Declaration declaration) {
        declaration.accounts().forEach(accounts::require);
        if (declaration.title() == null || declaration.title().isBlank()) {
            throw new Refused("A crisis needs a title.");
        }
        book.lockGuard();
        return running(declaration).map(running -> joined(running, declaration)).orElseGet(() -> opened(declaration));
    }

    @Override
    public Crisis join(String crisisId, String signalId, Facts facts) {
        Crisis crisis = lockOpen(crisisId);
        book.setFacts(crisisId, book.facts(crisisId).newer(facts));
        deadlineStartsAnew(crisisId);
        if (signalId != null) {
            Signal signal = signals.get(signalId);
            signals.moveTo(signalId, Signal.State.IN_CRISIS, crisisId);
            timeline.record(
                    crisisId,
                    "crisis.signalJoined",
                    "The signal %s from %s belongs to it: %s".formatted(signalId, signal.source(), signal.title()));
        }
        audit.record("crisis.signalJoined", crisisId, null, signalId);
        process.signalJoined(crisis);
        return book.get(crisisId);
    }

    @Override
    public Crisis rate(String crisisId, Level level, String reason) {
        return ratings.byHand(crisisId, level, reason);
    }

    @Override
    public Acknowledgement acknowledge(String crisisId, String person, String via) {
        Crisis crisis = lockOpen(crisisId);
        if (crisis.holder() != null) {
            return new Acknowledgement(false, crisis.holder(), crisis.acknowledgedAt());
        }
        Instant now = clock.instant();
        book.setHolder(crisisId, person, now);
        book.reached(crisisId, Milestone.ACKNOWLEDGED, now);
        timeline.record(
                crisisId,
                "crisis.acknowledged",
                "%s has taken it (%s).".formatted(people.displayName(person), via),
                person);
        Crisis taken = book.get(crisisId);
        audit.record("crisis.acknowledged", crisisId, crisis, taken);
        process.acknowledged(taken);
        events.publishEvent(new CrisisAcknowledged(taken, via));
        return new Acknowledgement(true, person, now);
    }

    @Override
    public void handOver(String crisisId, String person) {
        Crisis crisis = lockOpen(crisisId);
        if (crisis.holder() == null) {
            throw new Refused("Nobody has %s; it is taken, not handed over.".formatted(crisisId));
        }
        if (person.equals(crisis.holder())) {
            return;
        }
        book.setHolder(crisisId, person, clock.instant());
        timeline.record(
                crisisId,
                "crisis.handedOver",
                "%s has it now, from %s.".formatted(people.displayName(person), people.displayName(crisis.holder())));
        Crisis after = book.get(crisisId);
        audit.record("crisis.handedOver", crisisId, crisis, after);
        process.acknowledged(after);
    }

    @Override
    public void release(String crisisId, String reason) {
        Crisis crisis = lockOpen(crisisId);
        if (crisis.holder() == null) {
            return;
        }
        book.setHolder(crisisId, null, null);
        timeline.record(
                crisisId,
                "crisis.released",
                "%s does not have it any more: %s".formatted(people.displayName(crisis.holder()), reason));
        Crisis free = book.get(crisisId);
        audit.record("crisis.released", crisisId, crisis, free);
        process.released(free);
    }

    @Override
    public void falseAlarm(String crisisId, String reason) {
        Crisis crisis = lockOpen(crisisId);
        rights.mustAnswerFor(crisis, "call it a false alarm");
        if (reason == null || reason.isBlank()) {
            throw new Refused("Say why it was a false alarm; everybody who was called reads it.");
        }
        if (crisis.state() == State.CLOSING) {
            throw new Refused("%s is declared over already; close it instead.".formatted(crisisId));
        }
        stop(crisis, State.FALSE_ALARM, "crisis.falseAlarm", "False alarm: " + reason.strip(), reason.strip());
    }

    @Override
    public void cancelDrill(String crisisId, String reason) {
        Crisis crisis = book.lock(crisisId);
        if (!crisis.drill()) {
            throw new Refused("%s is no drill; it is closed or called a false alarm.".formatted(crisisId));
        }
        if (crisis.open()) {
            stop(crisis, State.CANCELLED, "crisis.drillCancelled", "The drill is cancelled: " + reason, reason);
        }
    }

    @Override
    public void reached(String crisisId, Milestone milestone) {
        book.lock(crisisId);
        if (book.reached(crisisId, milestone, clock.instant())) {
            timeline.record(
                    crisisId, "crisis.milestoneReached", "Milestone: " + Outcomes.text(milestone) + ".", People.SYSTEM);
            events.publishEvent(new MilestoneReached(crisisId, milestone));
        }
    }

    @Override
    public Instant at(String crisisId, Milestone milestone) {
        return book.at(crisisId, milestone).orElse(null);
    }

    private Optional<Crisis> running(Declaration declaration) {
        if (declaration.mode() == Mode.DRILL) {
            return Optional.empty();
        }
        if (declaration.accounts().isEmpty()) {
            return book.open((String) null, declaration.topic());
        }
        return declaration.accounts().stream()
                .flatMap(account -> book.open(account, declaration.topic()).stream())
                .findFirst();
    }

    private Crisis joined(Crisis running, Declaration declaration) {
        Crisis crisis = join(running.id(), declaration.signalId(), declaration.facts());
        return declaration.level().compareTo(crisis.level()) > 0
                ? ratings.raise(crisis.id(), declaration.level(), declaration.reasons())
                : crisis;
    }

    private Crisis opened(Declaration declaration) {
        Instant now = clock.instant();
        Instant sighted = declaration.firstSighted();
        String mark = declaration.mode() == Mode.DRILL ? Crisis.DRILL_MARK : "";
        Crisis crisis = new Crisis(
                book.nextId(),
                ShortTitle.of(declaration.title().startsWith(mark) ? declaration.title() : mark + declaration.title()),
                declaration.accounts(),
                declaration.topic() == null || declaration.topic().isBlank()
                        ? null
                        : declaration.topic().strip(),
                declaration.scenario() == null ? "other" : declaration.scenario(),
                declaration.level(),
                declaration.reasons(),
                State.OPEN,
                declaration.mode(),
                sighted == null || sighted.isAfter(now) ? now : sighted,
                now,
                null,
                null,
                null);
        book.insert(crisis, declaration.facts() == null ? Facts.UNKNOWN : declaration.facts(), people.actor());
        timeline.record(
                crisis.id(),
                "crisis.declared",
                "%s as %s. %s"
                        .formatted(crisis.title(), Outcomes.text(crisis.level()), String.join(" ", crisis.reasons())));
        audit.record("crisis.declared", crisis.id(), null, crisis);
        book.reached(crisis.id(), Milestone.RATED, now);
        book.wind(crisis.id(), Deadline.RERATING.name(), now);
        if (declaration.signalId() != null) {
            signals.moveTo(declaration.signalId(), Signal.State.IN_CRISIS, crisis.id());
        }
        process.declared(crisis);
        events.publishEvent(new CrisisDeclared(crisis));
        return crisis;
    }

    private void stop(Crisis crisis, State state, String kind, String sentence, String reason) {
        timeline.record(crisis.id(), kind, sentence);
        book.end(crisis.id(), state, reason, clock.instant());
        Crisis ended = book.get(crisis.id());
        audit.record(kind, crisis.id(), crisis, ended);
        process.stopped(ended);
        events.publishEvent(new CrisisEnded(ended));
    }

    private void deadlineStartsAnew(String crisisId) {
        book.wind(crisisId, Deadline.QUIET_PERIOD.name(), clock.instant());
    }

    private Crisis lockOpen(String crisisId) {
        Crisis crisis = book.lock(crisisId);
        if (!crisis.open()) {
            throw new Refused("%s is over already.".formatted(crisisId));
        }
        return crisis;
    }
}
