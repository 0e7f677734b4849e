package sample.muddle;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

class RunawayListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.getVariables();
    }
}
