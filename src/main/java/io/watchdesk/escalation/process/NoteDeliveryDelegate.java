package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ID;
import static io.watchdesk.escalation.process.CrisisPageModel.SECOND_ADDRESS;
import static io.watchdesk.escalation.process.CrisisPageModel.SECOND_ADDRESS_AT;

import io.watchdesk.escalation.PageSteps;
import io.watchdesk.escalation.process.CrisisPageModel.SecondAddress;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class NoteDeliveryDelegate implements JavaDelegate {

    private final PageSteps steps;

    NoteDeliveryDelegate(PageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> second = steps.delivered(PAGE_ID.require(execution));
        SECOND_ADDRESS.set(execution, second.map(at -> SecondAddress.WANTED).orElse(SecondAddress.NONE));
        SECOND_ADDRESS_AT.set(execution, second.map(Instant::toString).orElse(null));
    }
}
