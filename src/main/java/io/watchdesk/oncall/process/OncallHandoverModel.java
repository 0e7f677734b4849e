package io.watchdesk.oncall.process;

import io.watchdesk.platform.TypedVariable;
import java.util.List;

/** The words of the model {@code oncall-handover}. */
final class OncallHandoverModel {

    static final String PROCESS = "oncall-handover";
    static final String MESSAGE_SHIFT_CHANGED = "oncall.shiftChanged";

    static final String USER_LEAVE_NOTE = "UserTask_LeaveNote";
    static final String USER_TAKE_OVER = "UserTask_TakeOver";
    static final String USER_CHASE_TAKEOVER = "UserTask_ChaseTakeover";
    static final String TIMER_TAKEOVER_LATE = "TimerEvent_TakeoverLate";
    static final String END_SHIFT_TAKEN_OVER = "EndEvent_ShiftTakenOver";
    static final String END_NOTE_LEFT = "EndEvent_NoteLeft";
    static final String END_TAKEOVER_CHASED = "EndEvent_TakeoverChased";

    static final TypedVariable<String> HANDOVER_ID = new TypedVariable<>("handoverId", String.class);
    /** What is handed over, in a few words. */
    static final TypedVariable<String> HANDOVER_TITLE = new TypedVariable<>("handoverTitle", String.class);

    static final TypedVariable<String> INCOMING = new TypedVariable<>("incoming", String.class);
    /** Ids of those who go. */
    @SuppressWarnings("rawtypes")
    static final TypedVariable<List> OUTGOING_PEOPLE = new TypedVariable<>("outgoingPeople", List.class);

    static final TypedVariable<String> OUTGOING = new TypedVariable<>("outgoing", String.class);
    /** Until when the incoming person should have taken over, ISO UTC. */
    static final TypedVariable<String> TAKE_OVER_BY = new TypedVariable<>("takeOverBy", String.class);

    static final TypedVariable<String> HANDOVER_NOTE = new TypedVariable<>("handoverNote", String.class);

    private OncallHandoverModel() {}
}
