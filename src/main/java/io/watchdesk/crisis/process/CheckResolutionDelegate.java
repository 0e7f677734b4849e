package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.crisis.process.CrisisResponseModel.YesOrNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the resolution message is out: a dropped one is written anew, because nothing closes without it. */
@Component
class CheckResolutionDelegate implements JavaDelegate {

    private final CrisisResponse response;

    CheckResolutionDelegate(CrisisResponse response) {
        this.response = response;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String crisisId = CrisisResponseModel.CRISIS_ID.require(execution);
        boolean out = response.at(crisisId, Milestone.RESOLUTION_OUT) != null;
        CrisisResponseModel.RESOLUTION_OUT.set(execution, out ? YesOrNo.YES : YesOrNo.NO);
    }
}
