package io.watchdesk.oncall.process;

import io.watchdesk.oncall.ChangeRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters a change while the person who asks still sees the start form. */
@Component
class EnterChangeDelegate implements JavaDelegate {

    private final ChangeRequests requests;

    EnterChangeDelegate(ChangeRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String id = requests.enter(
                OncallChangeModel.CHANGE_KIND.require(execution) == OncallChangeModel.Kind.ABSENCE,
                new ChangeRequests.Wish(
                        OncallChangeModel.ROTA_ID.get(execution),
                        OncallChangeModel.PERSON.get(execution),
                        OncallChangeModel.REPLACES.get(execution),
                        OncallChangeModel.CHANGE_FROM.get(execution),
                        OncallChangeModel.CHANGE_UNTIL.get(execution),
                        OncallChangeModel.REASON_TEXT.get(execution)));
        execution.setProcessBusinessKey(id);
    }
}
