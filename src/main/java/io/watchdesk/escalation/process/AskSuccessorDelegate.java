package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisWatchModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisWatchModel.SUCCESSOR;
import static io.watchdesk.escalation.process.CrisisWatchModel.TAKE_OVER_ANSWER;
import static io.watchdesk.escalation.process.CrisisWatchModel.WATCH_AT;

import io.watchdesk.escalation.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks somebody to take over from the holder. */
@Component
class AskSuccessorDelegate implements JavaDelegate {

    private final Watch watch;

    AskSuccessorDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Watch.Question question = watch.askSuccessor(CRISIS_ID.require(execution), SUCCESSOR.require(execution));
        WATCH_AT.set(execution, Moments.text(question.until()));
        TAKE_OVER_ANSWER.set(execution, null);
    }
}
