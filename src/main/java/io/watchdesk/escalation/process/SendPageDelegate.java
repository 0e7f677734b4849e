package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisPageModel.ANSWER_DUE_AT;
import static io.watchdesk.escalation.process.CrisisPageModel.ATTEMPT_ID;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ID;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_PERSON;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_TARGET;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_TRIES;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_WAY;

import io.watchdesk.escalation.PageSteps;
import io.watchdesk.oncall.Contacts.Address;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendPageDelegate implements JavaDelegate {

    private final PageSteps steps;

    SendPageDelegate(PageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PageSteps.Sending sending = steps.send(
                PAGE_ID.require(execution),
                PAGE_PERSON.require(execution),
                new Address(PAGE_WAY.require(execution), PAGE_TARGET.require(execution)));
        ATTEMPT_ID.set(execution, sending.attemptId());
        PAGE_TRIES.set(execution, sending.tries());
        ANSWER_DUE_AT.set(execution, sending.answerDueAt().toString());
    }
}
