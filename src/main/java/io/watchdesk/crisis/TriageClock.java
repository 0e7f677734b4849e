package io.watchdesk.crisis;

import io.watchdesk.crisis.Deadlines.Deadline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clock of the triage; like every clock it counts from the first sighting. */
@Component
@Transactional
public class TriageClock {

    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    TriageClock(Timeline timeline, ApplicationEventPublisher events) {
        this.timeline = timeline;
        this.events = events;
    }

    /** Triage is not done in time; the ladder hears of it. */
    public void breached(String crisisId) {
        timeline.record(crisisId, "crisis.triageOverdue", "Triage is not done in time.");
        events.publishEvent(new ClockBreached(crisisId, Deadline.TRIAGE));
    }
}
