package io.watchdesk.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.oncall.Handover;
import io.watchdesk.oncall.Handovers;
import io.watchdesk.oncall.OpenMatters;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hands change on a tier that an open crisis has reached. */
class CrisisHandoverTest extends EscalationWorld {

    private static final String TIER = "oncall-tier-1";

    @Autowired
    private Handovers handovers;

    @Test
    void whoever_comes_on_call_takes_the_crisis_over_and_its_time_line_says_so() {
        declared(Level.ORANGE);
        handovers.look();
        theTimeIs(onCall.at(TIER, clock.instant()).get(0).until());
        Handover handover = handovers.look().stream()
                .filter(each -> each.rota().equals(TIER))
                .findFirst()
                .orElseThrow();

        assertThat(handover.matters()).extracting(OpenMatters.Matter::id).contains(crisisId);
        assertThat(handover.incoming()).isEqualTo(onCallAt(TIER));
        Task task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(handover.id())
                .taskAssignee(handover.incoming())
                .singleResult();
        completes(handover.incoming(), task, Map.of());

        assertThat(timeline.of(crisisId)).extracting(Timeline.Entry::kind).contains("escalation.shiftTakenOver");
    }
}
