package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisNews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells everybody who was called that the crisis was none. */
@Component
class TellEverybodyDelegate implements JavaDelegate {

    private final CrisisNews news;

    TellEverybodyDelegate(CrisisNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.stopped(CrisisResponseModel.CRISIS_ID.require(execution));
    }
}
