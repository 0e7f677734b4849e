package io.watchdesk.screening.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.screening.ScreeningOutcome;

/** What screening reads from and writes to the process that calls it. */
final class ScreeningVariables {

    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);
    static final TypedVariable<Integer> CONTENT_VERSION = new TypedVariable<>("contentVersion", Integer.class);
    static final TypedVariable<ScreeningOutcome> SCREENING_OUTCOME =
            new TypedVariable<>("screeningOutcome", ScreeningOutcome.class);

    private ScreeningVariables() {}
}
