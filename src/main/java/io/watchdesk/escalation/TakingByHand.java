package io.watchdesk.escalation;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets somebody answer on a page of our own what a task asks, by the rules of the task and by no other. */
@Component
public class TakingByHand {

    private static final Logger LOG = LoggerFactory.getLogger(TakingByHand.class);

    private final Crises crises;
    private final LadderTasks tasks;
    private final LadderStore ladders;
    private final Acknowledgements acknowledgements;
    private final People people;
    private final TransactionTemplate transactions;

    TakingByHand(
            Crises crises,
            LadderTasks tasks,
            LadderStore ladders,
            Acknowledgements acknowledgements,
            People people,
            PlatformTransactionManager transactions) {
        this.crises = crises;
        this.tasks = tasks;
        this.ladders = ladders;
        this.acknowledgements = acknowledgements;
        this.people = people;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether the current person could take it now. */
    public boolean offered(Crisis crisis) {
        return crisis.open() && crisis.holder() == null && people.current().isPresent() && tasks.offered(crisis.id());
    }

    /** Whether the current person has it and is asked "still on it?". */
    public boolean asked(Crisis crisis) {
        return crisis.open()
                && people.current()
                        .filter(person -> person.equals(crisis.holder()))
                        .isPresent()
                && ladders.find(crisis.id()).map(Standing::askedAt).isPresent();
    }

    /**
     * The current person takes it. The ladder may climb at the very moment; the second attempt meets it at rest.
     *
     * @throws Refused with who was first and when, or because no task of its ladder is open to this person
     */
    public void take(String crisisId) {
        try {
            transactions.executeWithoutResult(status -> once(crisisId));
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException collision) {
            LOG.info("Taking {} is tried a second time after {}", crisisId, collision.toString());
            transactions.executeWithoutResult(status -> once(crisisId));
        }
    }

    /**
     * The holder says "still on it".
     *
     * @throws Refused when that was not asked, or somebody else was
     */
    public void confirm(String crisisId) {
        transactions.executeWithoutResult(status -> {
            Crisis crisis = crises.get(crisisId);
            if (!asked(crisis) || !tasks.stillOnIt(crisisId, people.actor())) {
                throw new Refused("You are not asked whether you are still on %s.".formatted(crisisId));
            }
        });
    }

    private void once(String crisisId) {
        Crisis crisis = crises.get(crisisId);
        if (!crisis.open()) {
            throw new Refused("%s is over.".formatted(crisisId));
        }
        if (people.actor().equals(crisis.holder())) {
            return;
        }
        Optional<String> first = acknowledgements.firstWas(crisisId);
        if (first.isPresent()) {
            throw new Refused(first.get());
        }
        if (!tasks.take(crisisId)) {
            throw new Refused(ladders.find(crisisId)
                    .filter(ladder -> ladder.tier() > 0)
                    .map(ladder ->
                            "%s is not offered to you: tier %d is called. Only people of the called tiers take it."
                                    .formatted(crisisId, ladder.tier()))
                    .orElse("The ladder of %s is not open yet; try again.".formatted(crisisId)));
        }
    }
}
