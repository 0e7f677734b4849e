package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Ratings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Rates by the tables because its time has come. */
@Component
class RateAgainDelegate implements JavaDelegate {

    private final Ratings ratings;

    RateAgainDelegate(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ratings.again(CrisisResponseModel.CRISIS_ID.require(execution));
    }
}
