package io.watchdesk.crisis.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Skeleton. */
@Component
class PlanRetrospectiveDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {}
}
