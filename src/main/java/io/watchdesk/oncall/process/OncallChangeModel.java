package io.watchdesk.oncall.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code oncall-change}. */
final class OncallChangeModel {

    static final String PROCESS = "oncall-change";

    static final String SERVICE_ENTER_CHANGE = "ServiceTask_EnterChange";
    static final String CALL_CHECK_COVERAGE = "CallActivity_CheckCoverage";
    static final String END_CHANGE_ENTERED = "EndEvent_ChangeEntered";

    static final TypedVariable<Kind> CHANGE_KIND = new TypedVariable<>("changeKind", Kind.class);
    static final TypedVariable<String> ROTA_ID = new TypedVariable<>("rotaId", String.class);
    /** Who comes, or who is absent. */
    static final TypedVariable<String> PERSON = new TypedVariable<>("person", String.class);
    /** Who stays away, or nothing. */
    static final TypedVariable<String> REPLACES = new TypedVariable<>("replaces", String.class);
    /** Local times of the rota. */
    static final TypedVariable<String> CHANGE_FROM = new TypedVariable<>("changeFrom", String.class);

    static final TypedVariable<String> CHANGE_UNTIL = new TypedVariable<>("changeUntil", String.class);
    static final TypedVariable<String> REASON_TEXT = new TypedVariable<>("reasonText", String.class);

    private OncallChangeModel() {}

    /** What is changed. */
    enum Kind {
        STAND_IN,
        ABSENCE
    }
}
