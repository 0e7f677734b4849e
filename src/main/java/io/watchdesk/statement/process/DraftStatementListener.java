package io.watchdesk.statement.process;

import io.watchdesk.content.ShortTitle;
import io.watchdesk.content.Version;
import io.watchdesk.statement.StatementDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Freezes what was written as the next version, or refuses with everything that is missing. */
@Component
class DraftStatementListener implements TaskListener {

    private final StatementDesk desk;

    DraftStatementListener(StatementDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        Version version = desk.submit(CrisisStatementModel.STATEMENT_ID.require(task));
        CrisisStatementModel.CONTENT_VERSION.set(task, version.number());
        CrisisStatementModel.CONTENT_TITLE.set(task, ShortTitle.of(version.title()));
    }
}
