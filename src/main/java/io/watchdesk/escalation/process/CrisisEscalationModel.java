package io.watchdesk.escalation.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code crisis-escalation}. */
final class CrisisEscalationModel {

    static final String PROCESS = "crisis-escalation";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);

    private CrisisEscalationModel() {}
}
