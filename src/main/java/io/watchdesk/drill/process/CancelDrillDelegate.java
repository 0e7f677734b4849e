package io.watchdesk.drill.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Skeleton. */
@Component
class CancelDrillDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {}
}
