package io.watchdesk.drill.process;

import io.watchdesk.drill.Drills;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.TypedVariable;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The words of the model {@code drill-schedule}. */
final class DrillScheduleModel {

    static final String PROCESS = "drill-schedule";

    static final String START_CALENDAR_DUE = "StartEvent_CalendarDue";
    static final String END_DRILL_ORDERED = "EndEvent_DrillOrdered";
    static final String END_NO_DRILL_PLANNED = "EndEvent_NoDrillPlanned";

    static final TypedVariable<DrillPlan> DRILL_PLAN = new TypedVariable<>("drillPlan", DrillPlan.class);
    static final TypedVariable<String> SCENARIO = new TypedVariable<>("scenario", String.class);
    static final TypedVariable<String> DRILL_LEVEL = new TypedVariable<>("drillLevel", String.class);
    static final TypedVariable<String> ANNOUNCEMENT = new TypedVariable<>("announcement", String.class);
    static final TypedVariable<String> DRILL_LEADER = new TypedVariable<>("drillLeader", String.class);

    private DrillScheduleModel() {}

    static void plan(VariableScope scope, Optional<Drills.Plan> planned) {
        DRILL_PLAN.set(scope, planned.isPresent() ? DrillPlan.DRILL : DrillPlan.NONE);
        planned.ifPresent(plan -> {
            SCENARIO.set(scope, plan.scenario());
            DRILL_LEVEL.set(scope, Outcomes.text(plan.level()));
            ANNOUNCEMENT.set(
                    scope,
                    Outcomes.text(
                            plan.announced()
                                    ? CrisisDrillModel.Announcement.ANNOUNCED
                                    : CrisisDrillModel.Announcement.UNANNOUNCED));
            DRILL_LEADER.set(scope, plan.leader());
        });
    }

    /** Whether the calendar asks for a drill today. */
    enum DrillPlan {
        DRILL,
        NONE
    }
}
