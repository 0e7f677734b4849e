package io.watchdesk.review.process;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The planned time of a piece as the model's timer needs it: always a moment, one that never comes when there is none. */
final class SlotTime {

    /** The engine wants a date for every timer; a piece without a slot waits for this one. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private SlotTime() {}

    static String text(Instant slot) {
        return (slot == null ? NEVER : slot).toString();
    }

    /** The time that the process was given, or empty. */
    static Optional<Instant> given(VariableScope scope) {
        return Optional.ofNullable(ContentReviewModel.SLOT_AT.get(scope))
                .filter(text -> !text.isBlank())
                .map(Instant::parse)
                .filter(slot -> !slot.equals(NEVER));
    }
}
