package io.watchdesk.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.stereotype.Component;

/** Code that only a newer version of the application has: tests put {@code new-version} on its class path. */
@Component
@ConditionalOnResource(resources = "classpath:new-version")
class NewStepDelegate implements JavaDelegate {

    private static final String NEWS = "The new step of ";

    @Override
    public void execute(DelegateExecution execution) {
        System.out.println(NEWS + execution.getProcessBusinessKey());
    }
}
