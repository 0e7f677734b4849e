package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Swaps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody took the shift in time; it stays with the person who offered it. */
@Component
class ExpireSwapDelegate implements JavaDelegate {

    private final Swaps swaps;

    ExpireSwapDelegate(Swaps swaps) {
        this.swaps = swaps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        swaps.expire(OncallSwapModel.SWAP_ID.require(execution));
    }
}
