package io.watchdesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the PR managers on call now. */
@Component
class PagePrManagersDelegate implements JavaDelegate {

    private final TierClimb climb;

    PagePrManagersDelegate(TierClimb climb) {
        this.climb = climb;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climb.to(2, execution);
    }
}
