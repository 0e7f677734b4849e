package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisWatchModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisWatchModel.SUCCESSOR;
import static io.watchdesk.escalation.process.CrisisWatchModel.TAKE_OVER_ANSWER;

import io.watchdesk.escalation.Watch;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Carries out what who is asked to take over answers. */
@Component
class TakeOverCrisisListener implements TaskListener {

    private final Watch watch;

    TakeOverCrisisListener(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void notify(DelegateTask task) {
        String crisisId = CRISIS_ID.require(task);
        switch (TAKE_OVER_ANSWER.require(task)) {
            case ACCEPTED -> watch.takeOver(crisisId, SUCCESSOR.require(task));
            case DECLINED -> watch.decline(crisisId);
        }
    }
}
