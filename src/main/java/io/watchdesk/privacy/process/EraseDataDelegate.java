package io.watchdesk.privacy.process;

import io.watchdesk.privacy.DataRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Erases a person, or finds out what speaks against it. */
@Component
class EraseDataDelegate implements JavaDelegate {

    private final DataRequests requests;

    EraseDataDelegate(DataRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean erased = requests.erase(PersonalDataRequestModel.REQUEST_ID.require(execution));
        PersonalDataRequestModel.ERASURE_OUTCOME.set(execution, PersonalDataRequestModel.Erasure.of(erased));
    }
}
