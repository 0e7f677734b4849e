package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Swaps;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whoever completes the task takes the shift. */
@Component
class AcceptSwapListener implements TaskListener {

    private final Swaps swaps;

    AcceptSwapListener(Swaps swaps) {
        this.swaps = swaps;
    }

    @Override
    public void notify(DelegateTask task) {
        swaps.accept(OncallSwapModel.SWAP_ID.require(task));
    }
}
