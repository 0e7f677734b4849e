package io.watchdesk.drill.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Skeleton. */
@Component
class ReviewScoreCardListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {}
}
