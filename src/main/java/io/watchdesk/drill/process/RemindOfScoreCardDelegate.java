package io.watchdesk.drill.process;

import io.watchdesk.drill.Drills;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the leader of the score card. */
@Component
class RemindOfScoreCardDelegate implements JavaDelegate {

    private final Drills drills;

    RemindOfScoreCardDelegate(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(CrisisDrillModel.USER_REVIEW_SCORE_CARD)
                .list()
                .forEach(task -> drills.remind(
                        CrisisDrillModel.DRILL_ID.require(execution),
                        task.getId(),
                        task.getName(),
                        Instant.parse(CrisisDrillModel.REVIEW_DUE.require(execution))));
    }
}
