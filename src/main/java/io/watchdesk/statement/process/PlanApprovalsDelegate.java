package io.watchdesk.statement.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.statement.StatementApproval;
import io.watchdesk.statement.Step;
import io.watchdesk.statement.process.CrisisStatementModel.ExecutiveNeed;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Plan approvals": who signs off, and how long each may take. */
@Component
class PlanApprovalsDelegate implements JavaDelegate {

    private static final Map<Step, TypedVariable<String>> TIMES = Map.of(
            Step.MESSAGING, CrisisStatementModel.MESSAGING_TIME,
            Step.LEGAL, CrisisStatementModel.LEGAL_TIME,
            Step.EXECUTIVE, CrisisStatementModel.EXECUTIVE_TIME,
            Step.RELEASE, CrisisStatementModel.RELEASE_TIME,
            Step.STAFF, CrisisStatementModel.STAFF_LEAD);

    private final StatementApproval approval;

    PlanApprovalsDelegate(StatementApproval approval) {
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StatementApproval.Plan plan = approval.plan(
                CrisisStatementModel.STATEMENT_ID.require(execution),
                CrisisStatementModel.CONTENT_VERSION.require(execution));
        CrisisStatementModel.EXECUTIVE_NEED.set(
                execution, plan.executive() ? ExecutiveNeed.NEEDED : ExecutiveNeed.NOT_NEEDED);
        TIMES.forEach((step, variable) -> variable.set(
                execution, plan.times().getOrDefault(step, Duration.ZERO).toString()));
    }
}
