package io.watchdesk.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a reviewer, a stage or a whole review decided, the mildest first. */
public enum Verdict {
    APPROVED("approved"),
    CHANGES_REQUESTED("changes requested"),
    REJECTED("rejected");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As it stands in mails and on pages. */
    public String words() {
        return words;
    }

    /** The gravest of several verdicts, or empty when none was given. */
    static Optional<Verdict> gravest(Collection<Verdict> given) {
        return given.stream().max(Comparator.naturalOrder());
    }
}
