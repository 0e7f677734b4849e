package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementRelease;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Drop statement": nobody wants it any more. */
@Component
class DropStatementDelegate implements JavaDelegate {

    private final StatementRelease release;

    DropStatementDelegate(StatementRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        release.dropped(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
