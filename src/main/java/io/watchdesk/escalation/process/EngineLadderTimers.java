package io.watchdesk.escalation.process;

import io.watchdesk.escalation.LadderTimers;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.TypedVariable;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves the timer of a ladder or watch; what is due then happens by the same path as when time passes. */
@Component
class EngineLadderTimers implements LadderTimers {

    private final RuntimeService processes;
    private final ManagementService jobs;
    private final ApplicationRights rights;

    EngineLadderTimers(@Lazy RuntimeService processes, @Lazy ManagementService jobs, ApplicationRights rights) {
        this.processes = processes;
        this.jobs = jobs;
        this.rights = rights;
    }

    @Override
    public void climbAt(String crisisId, Instant at) {
        move(CrisisEscalationModel.PROCESS, CrisisEscalationModel.CLIMB_AT, crisisId, at);
    }

    @Override
    public void watchAt(String crisisId, Instant at) {
        move(CrisisWatchModel.PROCESS, CrisisWatchModel.WATCH_AT, crisisId, at);
    }

    private void move(String process, TypedVariable<String> moment, String crisisId, Instant at) {
        rights.run(() -> processes
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(crisisId)
                .list()
                .forEach(instance -> move(instance, moment, at)));
    }

    private void move(ProcessInstance instance, TypedVariable<String> moment, Instant at) {
        processes.setVariable(instance.getId(), moment.name(), Moments.text(at));
        for (Job timer : jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()) {
            jobs.recalculateJobDuedate(timer.getId(), false);
        }
    }
}
