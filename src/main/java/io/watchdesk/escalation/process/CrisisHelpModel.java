package io.watchdesk.escalation.process;

import io.watchdesk.escalation.HelpSteps.Reach;
import io.watchdesk.platform.TypedVariable;
import java.util.List;

/** The words of the model {@code crisis-help}. */
final class CrisisHelpModel {

    static final String PROCESS = "crisis-help";

    static final String USER_HELP_WITH_CRISIS = "UserTask_HelpWithCrisis";
    static final String TIMER_HELP_OVERDUE = "TimerEvent_HelpOverdue";
    static final String TIMER_MORE_HELPERS_DUE = "TimerEvent_MoreHelpersDue";

    static final String MESSAGE_RELEASED = "crisis.released";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);

    /** The call for help, for example {@code HP-1}. */
    static final TypedVariable<String> HELP_ID = new TypedVariable<>("helpId", String.class);

    /** The groups of the tiers that are called first. */
    @SuppressWarnings("rawtypes")
    static final TypedVariable<List> HELP_GROUPS = new TypedVariable<>("helpGroups", List.class);

    /** ISO instant in UTC at which more people are called to help. */
    static final TypedVariable<String> HELP_DUE_AT = new TypedVariable<>("helpDueAt", String.class);

    static final TypedVariable<Reach> HELP_REACH = new TypedVariable<>("helpReach", Reach.class);
    /** What the helper does, may be empty. */
    static final TypedVariable<String> HELP_NOTE = new TypedVariable<>("helpNote", String.class);

    private CrisisHelpModel() {}
}
