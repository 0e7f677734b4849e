package io.watchdesk.escalation.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code crisis-page}. */
final class CrisisPageModel {

    static final String PROCESS = "crisis-page";

    static final TypedVariable<String> PAGE_ID = new TypedVariable<>("pageId", String.class);

    private CrisisPageModel() {}
}
