package io.watchdesk.drill.process;

import io.watchdesk.crisis.FollowUp;
import io.watchdesk.crisis.Level;
import io.watchdesk.drill.Drills;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reckons the score card and says until when it is reviewed. */
@Component
class ScoreDrillDelegate implements JavaDelegate {

    private final Drills drills;
    private final FollowUp followUp;
    private final Clock clock;

    ScoreDrillDelegate(Drills drills, FollowUp followUp, Clock clock) {
        this.drills = drills;
        this.followUp = followUp;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String drillId = CrisisDrillModel.DRILL_ID.require(execution);
        drills.score(drillId);
        Level level = drills.get(drillId).level();
        Instant now = clock.instant();
        Instant due = now.plus(followUp.time(FollowUp.Matter.SCORE_CARD, level));
        CrisisDrillModel.REVIEW_DUE.set(execution, due.toString());
        CrisisDrillModel.REMINDER_CYCLE.set(
                execution,
                followUp.cycles(FollowUp.Matter.SCORE_CARD, level, now, due).reminder());
    }
}
