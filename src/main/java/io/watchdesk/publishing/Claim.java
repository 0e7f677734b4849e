package io.watchdesk.publishing;

/**
 * The answer to "may it go out now?".
 *
 * @param sentence why, for people; for {@link Outcome#CLEAR} that it may
 */
public record Claim(Outcome outcome, String sentence) {

    /** What a claim found; in models as lower-camel text through {@code Outcomes.text}. */
    public enum Outcome {
        /** Marked in flight: call {@link PublishRun#publish} next, in a step of its own. */
        CLEAR,
        /** An open hold matches; wait for {@link HoldReleased}. */
        HELD,
        /** The approval is gone or is about another text: it needs a new review. */
        APPROVAL_VOID,
        /** An asset has no right that covers now and this platform. */
        RIGHTS_MISSING,
        /** The newest word list blocks the text. */
        BLOCKED,
        /** Later than the account's grace: a person decides to publish ({@link Ledger#allowLate}), move or drop. */
        LATE,
        /** A call was made and nobody knows how it ended: {@link PublishRun#lookUp}, then a person. */
        UNKNOWN,
        /** The channel refused it for good. */
        REFUSED,
        /** It is out already (or was, and was taken down). */
        ALREADY_OUT,
        /** It was dropped. */
        DROPPED
    }
}
