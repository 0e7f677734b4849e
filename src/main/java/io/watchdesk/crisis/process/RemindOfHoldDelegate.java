package io.watchdesk.crisis.process;

import io.watchdesk.crisis.HoldReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds people of the hold. */
@Component
class RemindOfHoldDelegate implements JavaDelegate {

    private final HoldReminders reminders;

    RemindOfHoldDelegate(HoldReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(HoldReminderModel.CRISIS_ID.require(execution));
    }
}
