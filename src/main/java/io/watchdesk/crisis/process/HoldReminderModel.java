package io.watchdesk.crisis.process;

import io.watchdesk.crisis.HoldReminders;
import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code hold-reminder}. */
final class HoldReminderModel {

    static final String PROCESS = "hold-reminder";

    static final String TIMER_REMINDER_DUE = "TimerEvent_ReminderDue";
    static final String END_HOLD_LIFTED = "EndEvent_HoldLifted";

    static final String MESSAGE_CONTENT_HELD = "crisis.contentHeld";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    /** ISO instant in UTC. */
    static final TypedVariable<String> REMINDER_DUE = new TypedVariable<>("reminderDue", String.class);

    static final TypedVariable<HoldReminders.Standing> HOLD_STATE =
            new TypedVariable<>("holdState", HoldReminders.Standing.class);

    private HoldReminderModel() {}
}
