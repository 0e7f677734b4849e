package io.watchdesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Offers the task of a call for help to the tiers that are called. */
@Component
class OfferHelpListener implements TaskListener {

    private final HelpTasks tasks;

    OfferHelpListener(HelpTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask task) {
        tasks.offer(task);
    }
}
