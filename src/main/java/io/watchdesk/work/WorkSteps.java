package io.watchdesk.work;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.work.WorkKind.Done;
import io.watchdesk.work.WorkTable.Held;
import io.watchdesk.work.WorkTable.Open;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out the steps of long work one by one. */
@Component
class WorkSteps {

    private static final Logger LOG = LoggerFactory.getLogger(WorkSteps.class);

    /** Two people at the same row are over it at the second try; what fails three times is a fault. */
    private static final int TRIES = 3;

    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(200);

    private static final String FAULT = "A fault of the program stopped this step, and nothing of it was done."
            + " An administrator finds it in the log under %s, step %d. Try this step again by hand or later.";

    private final Map<String, WorkKind> kinds;
    private final WorkTable table;
    private final People people;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    WorkSteps(
            List<WorkKind> kinds,
            WorkTable table,
            People people,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(WorkKind::id, Function.identity()));
        this.table = table;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.ownTransaction = new TransactionTemplate(transaction.getTransactionManager());
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What this version of the program can carry out. */
    Set<String> known() {
        return kinds.keySet();
    }

    /**
     * Carries out the next step or, when there is none, ends the work.
     *
     * @return whether there is more to do for this holder
     */
    boolean next(Held held) {
        Optional<Open> open = table.next(held.id());
        if (open.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                if (table.end(held, clock.instant())) {
                    audit.record("work.ended", held.id(), null, Map.of("kind", held.kind()));
                }
            });
            return false;
        }
        return carryOut(held, open.get());
    }

    private boolean carryOut(Held held, Open open) {
        for (int run = 1; ; run++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> {
                    Done done = inTheNameOf(
                            held.person(), () -> kinds.get(held.kind()).carryOut(open.step(), new Told(held)));
                    boolean mine = table.note(
                            held, open.place(), Line.State.DONE, done.sentence(), done.file(), clock.instant());
                    if (!mine) {
                        status.setRollbackOnly();
                    }
                    return mine;
                }));
            } catch (Lost lost) {
                return false;
            } catch (Refused refused) {
                return refused(held, open, refused.getMessage());
            } catch (RuntimeException fault) {
                if (run == TRIES) {
                    LOG.error("Step {} of {} cannot be carried out.", open.place(), held.id(), fault);
                    return refused(held, open, FAULT.formatted(held.id(), open.place()));
                }
            }
        }
    }

    private Done inTheNameOf(String person, Supplier<Done> step) {
        if (People.SYSTEM.equals(person)) {
            return people.asSystem(step);
        }
        if (people.find(person).isEmpty()) {
            throw new Refused("%s is not here any more. Somebody else has to start it again.".formatted(person));
        }
        return people.as(person, step);
    }

    /** Notes it in a transaction of its own, because the one of the step is undone. */
    private boolean refused(Held held, Open open, String sentence) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean mine = table.note(held, open.place(), Line.State.REFUSED, sentence, null, clock.instant());
            if (!mine) {
                status.setRollbackOnly();
            }
            return mine;
        }));
    }

    /** The work was cancelled or is another node's: what the step did so far is undone. */
    private static final class Lost extends RuntimeException {

        Lost(String id) {
            super(id);
        }
    }

    /** Writes how far a step is beside its transaction, not more often than people look. */
    private final class Told implements Progress {

        private final Held held;
        private long toldAt;
        private boolean told;

        Told(Held held) {
            this.held = held;
        }

        @Override
        public void at(int done, int total) {
            long now = System.nanoTime();
            if (told && done < total && now - toldAt < BETWEEN_SIGNS.toNanos()) {
                return;
            }
            told = true;
            toldAt = now;
            if (!Boolean.TRUE.equals(
                    ownTransaction.execute(status -> table.progress(held, done, total, clock.instant())))) {
                throw new Lost(held.id());
            }
        }
    }
}
