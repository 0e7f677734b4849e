package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisPageModel.BUNDLE_DUE_AT;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_CHOICE;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ID;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_PERSON;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_TARGET;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_WAY;

import io.watchdesk.escalation.PageSteps;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ChooseRecipientDelegate implements JavaDelegate {

    private final PageSteps steps;

    ChooseRecipientDelegate(PageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PageSteps.Chosen chosen = steps.choose(PAGE_ID.require(execution));
        PAGE_CHOICE.set(execution, chosen.choice());
        PAGE_PERSON.set(execution, chosen.person());
        PAGE_WAY.set(execution, chosen.way());
        PAGE_TARGET.set(execution, chosen.told());
        BUNDLE_DUE_AT.set(execution, Objects.toString(chosen.at(), null));
    }
}
