package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisPageModel.ATTEMPT_ID;
import static io.watchdesk.escalation.process.CrisisPageModel.MESSAGE_PAGE_ANSWERED;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ANSWER;
import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ID;
import static io.watchdesk.escalation.process.CrisisPageModel.PROCESS;

import io.watchdesk.escalation.PageAnswers;
import io.watchdesk.escalation.PageSteps;
import io.watchdesk.escalation.Paging;
import io.watchdesk.notification.Delivery;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every page is an instance of {@code crisis-page}; its answers reach it as messages. */
@Component
class EnginePaging implements Paging, PageAnswers {

    private final RuntimeService processes;
    private final ApplicationRights rights;
    private final PageSteps steps;

    EnginePaging(@Lazy RuntimeService processes, ApplicationRights rights, @Lazy PageSteps steps) {
        this.processes = processes;
        this.rights = rights;
        this.steps = steps;
    }

    @Override
    @Transactional
    public String page(Request request) {
        String pageId = steps.request(request);
        rights.call(
                () -> processes.startProcessInstanceByKey(PROCESS, request.crisisId(), Map.of(PAGE_ID.name(), pageId)));
        return pageId;
    }

    @Override
    public boolean answered(String crisisId, String attemptId, Delivery.Outcome outcome) {
        List<Execution> waiting = processes
                .createExecutionQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(crisisId)
                .messageEventSubscriptionName(MESSAGE_PAGE_ANSWERED)
                .processVariableValueEquals(ATTEMPT_ID.name(), attemptId)
                .list();
        waiting.forEach(execution -> processes.messageEventReceived(
                MESSAGE_PAGE_ANSWERED, execution.getId(), Map.of(PAGE_ANSWER.name(), Outcomes.text(outcome))));
        return !waiting.isEmpty();
    }
}
