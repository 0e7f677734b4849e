package io.watchdesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the executives and the fallback person on call now. */
@Component
class PageExecutivesDelegate implements JavaDelegate {

    private final TierClimb climb;

    PageExecutivesDelegate(TierClimb climb) {
        this.climb = climb;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climb.to(4, execution);
    }
}
