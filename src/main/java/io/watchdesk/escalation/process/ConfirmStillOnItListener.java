package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisWatchModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisWatchModel.RELEASE_REASON;
import static io.watchdesk.escalation.process.CrisisWatchModel.STILL_ON_IT_ANSWER;
import static io.watchdesk.escalation.process.CrisisWatchModel.SUCCESSOR;

import io.watchdesk.escalation.Watch;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Carries out what the holder answers to "still on it?". */
@Component
class ConfirmStillOnItListener implements TaskListener {

    private final Watch watch;

    ConfirmStillOnItListener(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void notify(DelegateTask task) {
        String crisisId = CRISIS_ID.require(task);
        switch (STILL_ON_IT_ANSWER.require(task)) {
            case YES -> watch.confirm(crisisId);
            case HAND_OVER -> watch.handOver(crisisId, SUCCESSOR.require(task));
            case GIVE_BACK -> watch.giveBack(crisisId, RELEASE_REASON.require(task));
        }
        RELEASE_REASON.set(task, null);
    }
}
