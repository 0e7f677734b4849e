package io.watchdesk.crisis.process;

import io.watchdesk.crisis.HoldReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says when people are next reminded of the hold. */
@Component
class ScheduleReminderDelegate implements JavaDelegate {

    private final HoldReminders reminders;

    ScheduleReminderDelegate(HoldReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HoldReminderModel.REMINDER_DUE.set(
                execution,
                reminders.next(HoldReminderModel.CRISIS_ID.require(execution)).toString());
    }
}
