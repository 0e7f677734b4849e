package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ID;

import io.watchdesk.escalation.Paging;
import io.watchdesk.platform.ApplicationRights;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EnginePaging implements Paging {

    private final RuntimeService processes;
    private final ApplicationRights rights;

    EnginePaging(@Lazy RuntimeService processes, ApplicationRights rights) {
        this.processes = processes;
        this.rights = rights;
    }

    @Override
    public String page(Request request) {
        String pageId = UUID.randomUUID().toString();
        rights.call(() -> processes.startProcessInstanceByKey(
                CrisisPageModel.PROCESS, request.crisisId(), Map.of(PAGE_ID.name(), pageId)));
        return pageId;
    }
}
