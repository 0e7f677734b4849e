package io.watchdesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Offers a tier's task to the people on call. */
@Component
class OfferCrisisListener implements TaskListener {

    private final TierTasks tasks;

    OfferCrisisListener(TierTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask task) {
        tasks.offer(task);
    }
}
