package io.watchdesk.publishing.process;

import io.watchdesk.publishing.Takedowns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the channel take the post down; repeating it does no harm. */
@Component
class TakeDownContentDelegate implements JavaDelegate {

    private final Takedowns takedowns;

    TakeDownContentDelegate(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContentTakedownModel.TAKEDOWN_VERDICT.set(execution, null);
        ContentTakedownModel.TAKEDOWN_OUTCOME.set(
                execution,
                takedowns.takeDown(
                        ContentTakedownModel.PUBLICATION_ID.require(execution),
                        ContentTakedownModel.PUBLICATION_PROBLEM.require(execution)));
    }
}
