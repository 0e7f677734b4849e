package io.watchdesk.publishing.process;

import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.publishing.HoldPlaced;
import io.watchdesk.publishing.Ledger;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves publications that wait for their slot to the held place, where publishers see them. Nothing depends on it: at the
 * slot the claim finds the hold, so this runs after the hold has committed and may fail.
 */
@Component
class HeldPublications {

    private static final Logger log = LoggerFactory.getLogger(HeldPublications.class);

    private final RuntimeService runtime;
    private final ApplicationRights rights;
    private final Ledger ledger;
    private final TransactionTemplate own;

    HeldPublications(
            RuntimeService runtime, ApplicationRights rights, Ledger ledger, PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.rights = rights;
        this.ledger = ledger;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener
    void show(HoldPlaced placed) {
        for (String publicationId : placed.publications()) {
            try {
                own.executeWithoutResult(status -> rights.run(() -> move(publicationId)));
            } catch (RuntimeException e) {
                log.warn("{} stays at its slot for now; the hold is found there.", publicationId, e);
            }
        }
    }

    /** The piece is named too, because the engine finds business keys by an index and values of variables by reading all. */
    private void move(String publicationId) {
        runtime.createMessageCorrelation(ContentPublicationModel.MESSAGE_PUBLICATION_HELD)
                .processInstanceBusinessKey(ledger.get(publicationId).pieceId())
                .processInstanceVariableEquals(ContentPublicationModel.PUBLICATION_ID.name(), publicationId)
                .correlateAllWithResult();
    }
}
