package sample.muddle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

class RunawayDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.getVariables();
    }
}
