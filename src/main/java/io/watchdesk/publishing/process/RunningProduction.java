package io.watchdesk.publishing.process;

import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The production of a piece, reached by message name and business key only. */
@Component
class RunningProduction {

    private static final String PRODUCTION = "content-production";
    private static final String CORRECTION = "content-correction";
    private static final String MESSAGE_WITHDRAWN = "content.withdrawn";

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    RunningProduction(RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    /** Ends the production of a piece; refuses when it has ended already. */
    void withdrawn(String pieceId) {
        if (!runs(PRODUCTION, pieceId)) {
            throw new Refused("%s is not in production any more, so it cannot be withdrawn.".formatted(pieceId));
        }
        rights.run(() -> runtime.createMessageCorrelation(MESSAGE_WITHDRAWN)
                .processInstanceBusinessKey(pieceId)
                .correlateAllWithResult());
    }

    /** Refuses while the piece is still produced, or corrected by another instance than this one. */
    void needsRest(String pieceId) {
        if (runs(PRODUCTION, pieceId)) {
            throw new Refused("%s is still in production on other accounts. Send it back to be rewritten there."
                    .formatted(pieceId));
        }
        if (runs(CORRECTION, pieceId)) {
            throw new Refused("A correction of %s is under way already.".formatted(pieceId));
        }
    }

    private boolean runs(String process, String pieceId) {
        return rights.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(pieceId)
                        .count())
                > 0;
    }
}
