package io.watchdesk.drill.process;

import io.watchdesk.drill.Drills;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Makes the gaps of a drill actions. */
@Component
class ReviewScoreCardListener implements TaskListener {

    private final Drills drills;

    ReviewScoreCardListener(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void notify(DelegateTask task) {
        drills.review(CrisisDrillModel.DRILL_ID.require(task));
    }
}
