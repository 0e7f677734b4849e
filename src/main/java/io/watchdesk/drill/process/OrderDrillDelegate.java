package io.watchdesk.drill.process;

import io.watchdesk.platform.ApplicationRights;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the planned drill, by message as processes do. */
@Component
class OrderDrillDelegate implements JavaDelegate {

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    OrderDrillDelegate(@Lazy RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rights.run(() -> runtime.createMessageCorrelation(CrisisDrillModel.MESSAGE_DRILL_PLANNED)
                .setVariable(CrisisDrillModel.SCENARIO.name(), DrillScheduleModel.SCENARIO.require(execution))
                .setVariable(CrisisDrillModel.DRILL_LEVEL.name(), DrillScheduleModel.DRILL_LEVEL.require(execution))
                .setVariable(CrisisDrillModel.ANNOUNCEMENT.name(), DrillScheduleModel.ANNOUNCEMENT.require(execution))
                .setVariable(CrisisDrillModel.DRILL_LEADER.name(), DrillScheduleModel.DRILL_LEADER.require(execution))
                .correlateStartMessage());
    }
}
