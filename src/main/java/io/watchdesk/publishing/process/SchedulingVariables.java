package io.watchdesk.publishing.process;

import io.watchdesk.platform.TypedVariable;

/** What the scheduling steps of {@code content-production} read and write there. */
final class SchedulingVariables {

    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);

    /** See {@link io.watchdesk.publishing.Scheduling.Outcome}. */
    static final TypedVariable<Object> SCHEDULING_OUTCOME = new TypedVariable<>("schedulingOutcome", Object.class);

    /** A list of publication ids. */
    static final TypedVariable<Object> PUBLICATION_IDS = new TypedVariable<>("publicationIds", Object.class);

    /** A JSON object from account id to local time or {@code next}. */
    static final TypedVariable<String> SLOTS = new TypedVariable<>("slots", String.class);

    private SchedulingVariables() {}
}
