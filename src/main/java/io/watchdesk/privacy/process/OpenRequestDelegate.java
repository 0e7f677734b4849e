package io.watchdesk.privacy.process;

import io.watchdesk.privacy.DataRequest;
import io.watchdesk.privacy.DataRequests;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a request while the person who asks still sees the start form; whom it is about does not stay in variables. */
@Component
class OpenRequestDelegate implements JavaDelegate {

    private final DataRequests requests;

    OpenRequestDelegate(DataRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DataRequest request = requests.open(
                PersonalDataRequestModel.REQUEST_KIND.require(execution),
                PersonalDataRequestModel.PERSON.get(execution),
                PersonalDataRequestModel.OUTSIDE_WORDS.get(execution),
                PersonalDataRequestModel.REASON_TEXT.get(execution));
        execution.removeVariables(List.of(
                PersonalDataRequestModel.PERSON.name(),
                PersonalDataRequestModel.OUTSIDE_WORDS.name(),
                PersonalDataRequestModel.REASON_TEXT.name()));
        execution.setProcessBusinessKey(request.id());
        PersonalDataRequestModel.REQUEST_ID.set(execution, request.id());
        PersonalDataRequestModel.REQUEST_TITLE.set(execution, request.title());
    }
}
