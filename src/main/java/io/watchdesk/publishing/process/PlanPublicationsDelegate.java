package io.watchdesk.publishing.process;

import io.watchdesk.publishing.Scheduling;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the approved text its time on every account, as far as wish and policy allow. */
@Component
class PlanPublicationsDelegate implements JavaDelegate {

    private final Scheduling scheduling;

    PlanPublicationsDelegate(Scheduling scheduling) {
        this.scheduling = scheduling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Scheduling.Plan plan = scheduling.plan(SchedulingVariables.PIECE_ID.require(execution));
        SchedulingVariables.PUBLICATION_IDS.set(execution, new ArrayList<>(plan.publicationIds()));
        SchedulingVariables.SCHEDULING_OUTCOME.set(execution, plan.outcome());
    }
}
