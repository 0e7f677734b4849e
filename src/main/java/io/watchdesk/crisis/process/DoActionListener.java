package io.watchdesk.crisis.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Skeleton. */
@Component
class DoActionListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {}
}
