package io.watchdesk.escalation.process;

import io.watchdesk.escalation.Watch.Activity;
import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code crisis-watch}. */
final class CrisisWatchModel {

    static final String PROCESS = "crisis-watch";

    static final String TIMER_RECONFIRMATION_DUE = "TimerEvent_ReconfirmationDue";
    static final String USER_CONFIRM_STILL_ON_IT = "UserTask_ConfirmStillOnIt";
    static final String TIMER_GRACE_PERIOD_OVER = "TimerEvent_GracePeriodOver";
    static final String USER_TAKE_OVER_CRISIS = "UserTask_TakeOverCrisis";
    static final String TIMER_TAKE_OVER_OVERDUE = "TimerEvent_TakeOverOverdue";
    static final String END_HOLDER_GONE = "EndEvent_HolderGone";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);

    /** ISO instant in UTC at which the holder is asked, or at which silence counts as an answer. */
    static final TypedVariable<String> WATCH_AT = new TypedVariable<>("watchAt", String.class);

    static final TypedVariable<Activity> HOLDER_ACTIVITY = new TypedVariable<>("holderActivity", Activity.class);
    /** Who has the crisis, a person's id. */
    static final TypedVariable<String> HOLDER = new TypedVariable<>("holder", String.class);

    static final TypedVariable<StillOnIt> STILL_ON_IT_ANSWER = new TypedVariable<>("stillOnItAnswer", StillOnIt.class);
    /** Who is to take over, a person's id. */
    static final TypedVariable<String> SUCCESSOR = new TypedVariable<>("successor", String.class);

    static final TypedVariable<String> RELEASE_REASON = new TypedVariable<>("releaseReason", String.class);
    static final TypedVariable<TakeOver> TAKE_OVER_ANSWER = new TypedVariable<>("takeOverAnswer", TakeOver.class);

    private CrisisWatchModel() {}

    /** What the holder answers. */
    enum StillOnIt {
        YES,
        HAND_OVER,
        GIVE_BACK
    }

    /** What who is asked to take over answers. */
    enum TakeOver {
        ACCEPTED,
        DECLINED
    }
}
