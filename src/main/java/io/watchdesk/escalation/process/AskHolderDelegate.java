package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisWatchModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisWatchModel.HOLDER;
import static io.watchdesk.escalation.process.CrisisWatchModel.STILL_ON_IT_ANSWER;
import static io.watchdesk.escalation.process.CrisisWatchModel.SUCCESSOR;
import static io.watchdesk.escalation.process.CrisisWatchModel.WATCH_AT;

import io.watchdesk.escalation.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the holder "still on it?". */
@Component
class AskHolderDelegate implements JavaDelegate {

    private final Watch watch;

    AskHolderDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Watch.Question question = watch.ask(CRISIS_ID.require(execution));
        HOLDER.set(execution, question.person());
        WATCH_AT.set(execution, Moments.text(question.until()));
        STILL_ON_IT_ANSWER.set(execution, null);
        SUCCESSOR.set(execution, null);
    }
}
