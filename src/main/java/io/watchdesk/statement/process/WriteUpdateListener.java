package io.watchdesk.statement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what was written. */
@Component
class WriteUpdateListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.getVariables();
    }
}
