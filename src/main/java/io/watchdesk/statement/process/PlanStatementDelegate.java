package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementRelease;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Plan statement": every account gets it now, whatever the slot policy says. */
@Component
class PlanStatementDelegate implements JavaDelegate {

    private final StatementRelease release;

    PlanStatementDelegate(StatementRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CrisisStatementModel.PUBLICATION_IDS.set(
                execution, new ArrayList<>(release.plan(CrisisStatementModel.STATEMENT_ID.require(execution))));
    }
}
