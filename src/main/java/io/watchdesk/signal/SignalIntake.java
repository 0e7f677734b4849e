package io.watchdesk.signal;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores first, in a transaction of its own that nothing takes back; everything else comes after. */
@Service
class SignalIntake implements Signals {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_TOPIC = 200;
    private static final int LONGEST_LINK = 2000;
    private static final int LONGEST_FACT = 500;
    private static final int MOST_FACTS = 50;

    /** A sender whose clock is wrong, or who sends a zero time, does not make clocks run out that have just begun. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private final SignalTable table;
    private final Assessments assessments;
    private final Accounts accounts;
    private final ReporterNews reporters;
    private final AuditLog audit;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;

    SignalIntake(
            SignalTable table,
            Assessments assessments,
            Accounts accounts,
            ReporterNews reporters,
            AuditLog audit,
            People people,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.assessments = assessments;
        this.accounts = accounts;
        this.reporters = reporters;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
        this.events = events;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Receipt receive(NewSignal signal) {
        String eventId = eventId(signal.eventId());
        Optional<String> known = table.idOf(signal.source(), eventId);
        if (known.isPresent()) {
            return new Receipt(known.get(), true);
        }
        String id;
        try {
            id = ownTransaction.execute(status -> store(signal, eventId));
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Receipt(table.idOf(signal.source(), eventId).orElseThrow(() -> atTheSameMoment), true);
        }
        afterwards(() -> assessments.begin(id));
        return new Receipt(id, false);
    }

    @Override
    @Transactional
    public boolean contradicts(String id, NewSignal again) {
        Signal kept = get(id);
        String text = CleanText.text(again.text(), LONGEST_TEXT);
        String title = title(again.title(), text);
        boolean differs = !kept.title().equals(title) || !kept.text().equals(text);
        if (differs) {
            audit.record("signal.contradicted", id, null, Map.of("source", kept.source(), "title", title));
        }
        return differs;
    }

    @Override
    public Signal get(String id) {
        return table.find(id).orElseThrow(() -> new Refused("There is no signal %s.".formatted(id)));
    }

    @Override
    public Optional<String> find(String source, String eventId) {
        return table.idOf(source, eventId(eventId));
    }

    @Override
    @Transactional
    public Optional<String> resolve(String source, String eventId, Instant at) {
        Optional<String> id = find(source, eventId);
        id.filter(known -> table.resolve(known, at)).ifPresent(known -> {
            audit.record("signal.resolved", known, null, Map.of("at", at.toString()));
            events.publishEvent(new SignalResolved(get(known), at));
        });
        return id;
    }

    @Override
    @Transactional
    public void moveTo(String id, Signal.State state, String crisisId) {
        Signal before = get(id);
        table.moveTo(id, state, crisisId);
        if (before.state() != state) {
            reporters.tell(before, state, crisisId);
        }
        audit.record("signal.moved", id, whereabouts(before.state(), before.crisisId()), whereabouts(state, crisisId));
    }

    @Override
    public List<Signal> ofCrisis(String crisisId) {
        return table.ofCrisis(crisisId);
    }

    private String store(NewSignal given, String eventId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String named = CleanText.lineOrNull(given.account(), LONGEST_FACT);
        String account =
                named == null ? null : accounts.find(named).map(Account::id).orElse(null);
        String text = CleanText.text(given.text(), LONGEST_TEXT);
        Signal signal = new Signal(
                table.nextId(),
                given.source(),
                eventId,
                account,
                CleanText.lineOrNull(given.topic(), LONGEST_TOPIC),
                title(given.title(), text),
                text,
                CleanText.lineOrNull(given.link(), LONGEST_LINK),
                facts(given.facts(), named, account),
                occurredAt(given.occurredAt(), now),
                now,
                Signal.State.RECEIVED,
                null);
        table.add(signal, people.current().orElse(null));
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("source", signal.source());
        record.put("account", signal.account());
        record.put("topic", signal.topic());
        record.put("title", signal.title());
        record.put("occurredAt", signal.occurredAt().toString());
        audit.record("signal.received", signal.id(), null, record);
        return signal.id();
    }

    private static String title(String title, String text) {
        String line = CleanText.line(title, LONGEST_TITLE);
        if (line.isEmpty()) {
            line = CleanText.line(text.strip().split("\\R", 2)[0], LONGEST_TITLE);
        }
        return line.isEmpty() ? "Signal without words" : line;
    }

    private static Map<String, String> facts(Map<String, String> given, String named, String account) {
        Map<String, String> facts = new TreeMap<>();
        if (given != null) {
            given.forEach((name, value) -> {
                if (name != null && value != null && facts.size() < MOST_FACTS) {
                    facts.put(CleanText.line(name, LONGEST_FACT), CleanText.line(value, LONGEST_FACT));
                }
            });
        }
        if (named != null && account == null) {
            facts.put(Signals.UNKNOWN_ACCOUNT, named);
        }
        return facts;
    }

    private static Instant occurredAt(Instant given, Instant now) {
        boolean believable = given != null && !given.isAfter(now) && given.isAfter(now.minus(OLDEST));
        return believable ? given.truncatedTo(ChronoUnit.MICROS) : now;
    }

    private static String eventId(String given) {
        boolean plain = given.length() <= LONGEST_ID && given.equals(CleanText.line(given, LONGEST_ID));
        return plain ? given : CleanText.fingerprint(given);
    }

    private static Map<String, Object> whereabouts(Signal.State state, String crisisId) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("state", state.name());
        record.put("crisisId", crisisId);
        return record;
    }

    /** The caller's transaction may still fail, and an engine command inside it would fail with it. */
    private static void afterwards(Runnable work) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    work.run();
                }
            });
        } else {
            work.run();
        }
    }
}
