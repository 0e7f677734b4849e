package io.watchdesk.oncall.process;

import io.watchdesk.oncall.SwapWithdrawn;
import io.watchdesk.platform.ApplicationRights;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the process of an offer that was taken back. */
@Component
class WithdrawnSwaps {

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    WithdrawnSwaps(RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @EventListener
    void withdrawn(SwapWithdrawn event) {
        rights.run(() -> runtime.createMessageCorrelation(OncallSwapModel.MESSAGE_SWAP_WITHDRAWN)
                .processInstanceBusinessKey(event.swapId())
                .correlateAllWithResult());
    }
}
