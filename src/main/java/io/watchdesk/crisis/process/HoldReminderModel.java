package io.watchdesk.crisis.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code hold-reminder}. */
final class HoldReminderModel {

    static final String PROCESS = "hold-reminder";

    static final String TIMER_HOLD_REMINDER_DUE = "TimerEvent_HoldReminderDue";
    static final String END_REMINDERS_OVER = "EndEvent_RemindersOver";

    static final String MESSAGE_CONTENT_HELD = "crisis.contentHeld";
    static final String MESSAGE_HOLD_LIFTED = "crisis.holdLifted";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    /** ISO instant in UTC. */
    static final TypedVariable<String> REMINDER_DUE = new TypedVariable<>("reminderDue", String.class);

    private HoldReminderModel() {}
}
