package io.watchdesk.privacy.process;

import io.watchdesk.privacy.DataRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the file of an export. */
@Component
class ExportDataDelegate implements JavaDelegate {

    private final DataRequests requests;

    ExportDataDelegate(DataRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.export(PersonalDataRequestModel.REQUEST_ID.require(execution));
    }
}
