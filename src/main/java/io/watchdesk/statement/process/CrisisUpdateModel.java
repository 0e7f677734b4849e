package io.watchdesk.statement.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.statement.Audience;
import io.watchdesk.statement.UpdateNeed;

/** The words of the model {@code crisis-update}. */
final class CrisisUpdateModel {

    static final String PROCESS = "crisis-update";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);
    static final TypedVariable<Audience> AUDIENCE = new TypedVariable<>("audience", Audience.class);
    static final TypedVariable<UpdateNeed> UPDATE_NEED = new TypedVariable<>("updateNeed", UpdateNeed.class);

    private CrisisUpdateModel() {}
}
