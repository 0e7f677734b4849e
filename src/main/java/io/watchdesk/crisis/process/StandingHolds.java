package io.watchdesk.crisis.process;

import io.watchdesk.crisis.HoldReminders;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.publishing.HoldPlaced;
import io.watchdesk.publishing.HoldReleased;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the reminders of a crisis with its first hold and ends them with its last, in the same transaction. */
@Component
class StandingHolds {

    private final HoldReminders reminders;
    private final RuntimeService runtime;
    private final ApplicationRights rights;

    StandingHolds(@Lazy HoldReminders reminders, @Lazy RuntimeService runtime, ApplicationRights rights) {
        this.reminders = reminders;
        this.runtime = runtime;
        this.rights = rights;
    }

    @EventListener
    void placed(HoldPlaced placed) {
        if (reminders.standing(placed.hold().owner()) == 1) {
            rights.run(() -> runtime.createMessageCorrelation(HoldReminderModel.MESSAGE_CONTENT_HELD)
                    .processInstanceBusinessKey(placed.hold().owner())
                    .setVariable(
                            HoldReminderModel.CRISIS_ID.name(), placed.hold().owner())
                    .correlateStartMessage());
        }
    }

    @EventListener
    void released(HoldReleased released) {
        if (reminders.standing(released.hold().owner()) == 0) {
            rights.run(() -> runtime.createMessageCorrelation(HoldReminderModel.MESSAGE_HOLD_LIFTED)
                    .processInstanceBusinessKey(released.hold().owner())
                    .correlateAll());
        }
    }
}
