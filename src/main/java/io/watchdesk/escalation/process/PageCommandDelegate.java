package io.watchdesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the command on call now. */
@Component
class PageCommandDelegate implements JavaDelegate {

    private final TierClimb climb;

    PageCommandDelegate(TierClimb climb) {
        this.climb = climb;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climb.to(3, execution);
    }
}
