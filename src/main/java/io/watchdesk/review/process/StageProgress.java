package io.watchdesk.review.process;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.review.Verdict;
import java.util.Optional;

/** How the model speaks of a stage: still open, or its verdict. */
final class StageProgress {

    static final String OPEN = "open";

    private StageProgress() {}

    static String text(Optional<Verdict> decided) {
        return decided.map(Outcomes::text).orElse(OPEN);
    }
}
