package io.watchdesk.drill.process;

import io.watchdesk.crisis.Crises;
import io.watchdesk.drill.Drill;
import io.watchdesk.drill.Drills;
import io.watchdesk.platform.People;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Declares the crisis that is played, while the person who asks still sees the start form. */
@Component
class StartDrillDelegate implements JavaDelegate {

    private final Drills drills;
    private final Crises crises;
    private final People people;

    StartDrillDelegate(Drills drills, Crises crises, People people) {
        this.drills = drills;
        this.crises = crises;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String leader = CrisisDrillModel.DRILL_LEADER.get(execution);
        Drill drill = drills.start(new Drills.Plan(
                CrisisDrillModel.SCENARIO.require(execution),
                CrisisDrillModel.DRILL_LEVEL.require(execution),
                CrisisDrillModel.ANNOUNCEMENT.require(execution) == CrisisDrillModel.Announcement.ANNOUNCED,
                CrisisDrillModel.accounts(execution),
                leader == null ? people.actor() : leader));
        execution.setProcessBusinessKey(drill.crisisId());
        CrisisDrillModel.DRILL_ID.set(execution, drill.id());
        CrisisDrillModel.CRISIS_ID.set(execution, drill.crisisId());
        CrisisDrillModel.CRISIS_TITLE.set(
                execution, crises.get(drill.crisisId()).title());
        CrisisDrillModel.DRILL_LEADER.set(execution, drill.leader());
        CrisisDrillModel.DRILL_ENDS_AT.set(execution, drill.endsAt().toString());
        CrisisDrillModel.signalLeft(execution, drills.nextSignal(drill.id()));
    }
}
