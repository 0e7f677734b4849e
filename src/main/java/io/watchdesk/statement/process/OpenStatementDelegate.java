package io.watchdesk.statement.process;

import io.watchdesk.statement.Statement;
import io.watchdesk.statement.StatementApproval;
import io.watchdesk.statement.StatementClocks;
import io.watchdesk.statement.StatementDesk;
import io.watchdesk.statement.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Open statement": the empty statement, its writers' time and its clock. */
@Component
class OpenStatementDelegate implements JavaDelegate {

    private final StatementDesk desk;
    private final StatementApproval approval;
    private final StatementClocks clocks;

    OpenStatementDelegate(StatementDesk desk, StatementApproval approval, StatementClocks clocks) {
        this.desk = desk;
        this.approval = approval;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Statement statement = desk.open(
                CrisisStatementModel.CRISIS_ID.require(execution),
                CrisisStatementModel.STATEMENT_KIND.require(execution));
        CrisisStatementModel.STATEMENT_ID.set(execution, statement.id());
        CrisisStatementModel.PIECE_ID.set(execution, statement.pieceId());
        CrisisStatementModel.CONTENT_TITLE.set(execution, desk.title(statement));
        CrisisStatementModel.DRAFT_TIME.set(
                execution, approval.timeBox(statement.id(), Step.DRAFT).toString());
        ClockVariables.set(execution, clocks.wind(statement.id()));
    }
}
