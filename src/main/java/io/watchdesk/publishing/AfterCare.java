package io.watchdesk.publishing;

/**
 * What happens to a post that is out. A correction is a publication of its own: {@link Ledger#planCorrection}, then claim
 * and publish as ever.
 */
public interface AfterCare {

    /**
     * Takes a post down through its channel. For a channel worked by a person it answers
     * {@link TakeDown#HANDED_OVER} and changes nothing: {@link #confirmTakenDown} follows. Repeating it does no
     * harm. Commits in a transaction of its own.
     */
    TakeDown takeDown(String publicationId, String reason);

    /**
     * A person took the post down by hand.
     *
     * @param evidence a link or a sentence that shows it
     */
    void confirmTakenDown(String publicationId, String reason, String evidence);

    /** How taking down ended; in models as lower-camel text. */
    enum TakeDown {
        /** It is down. */
        DONE,
        /** A person has to do it on the platform. */
        HANDED_OVER,
        /** It did not work or nobody knows; it may be repeated, or a person does it. */
        FAILED
    }
}
