package io.watchdesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the operators on call now. */
@Component
class PageOperatorsDelegate implements JavaDelegate {

    private final TierClimb climb;

    PageOperatorsDelegate(TierClimb climb) {
        this.climb = climb;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climb.to(1, execution);
    }
}
