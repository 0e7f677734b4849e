package sample.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

@Component
class CheckParcelListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.getVariables();
    }
}
