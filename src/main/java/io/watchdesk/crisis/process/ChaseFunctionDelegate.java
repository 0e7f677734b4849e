package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisNews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks again for a function of the command centre that nobody fills. */
@Component
class ChaseFunctionDelegate implements JavaDelegate {

    private final CrisisNews news;

    ChaseFunctionDelegate(CrisisNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.functionMissing(
                CrisisResponseModel.CRISIS_ID.require(execution),
                CrisisResponseModel.FUNCTION_GROUP.require(execution));
    }
}
