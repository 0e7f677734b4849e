package io.watchdesk.drill.process;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisDeclared;
import io.watchdesk.crisis.CrisisEnded;
import io.watchdesk.crisis.LevelChanged;
import io.watchdesk.drill.Drill;
import io.watchdesk.drill.Drills;
import io.watchdesk.platform.ApplicationRights;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells drills what happened around them. It runs after the commit and on its own, so that nothing about a drill can ever
 * stand in the way of a real crisis; a drill that missed the news ends at its time.
 */
@Component
class RunningDrills {

    private static final Logger LOG = LoggerFactory.getLogger(RunningDrills.class);

    private final Drills drills;
    private final RuntimeService runtime;
    private final ApplicationRights rights;
    private final TransactionTemplate own;

    RunningDrills(
            Drills drills,
            @Lazy RuntimeService runtime,
            ApplicationRights rights,
            PlatformTransactionManager transactions) {
        this.drills = drills;
        this.runtime = runtime;
        this.rights = rights;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener
    void declared(CrisisDeclared event) {
        makeWay(event.crisis());
    }

    @TransactionalEventListener
    void changed(LevelChanged event) {
        makeWay(event.crisis());
    }

    @TransactionalEventListener
    void ended(CrisisEnded event) {
        if (event.crisis().drill()) {
            tell(CrisisDrillModel.MESSAGE_RESPONSE_ENDED, event.crisis().id());
        }
    }

    private void makeWay(Crisis crisis) {
        if (!crisis.drill() && crisis.level().grave()) {
            for (Drill drill : drills.running()) {
                tell(CrisisDrillModel.MESSAGE_DRILL_CANCELLED, drill.crisisId());
            }
        }
    }

    private void tell(String message, String crisisId) {
        try {
            own.executeWithoutResult(status -> rights.run(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(crisisId)
                    .correlateAllWithResult()));
        } catch (RuntimeException e) {
            LOG.warn("The drill of {} could not be told {}; it ends at its time.", crisisId, message, e);
        }
    }
}
