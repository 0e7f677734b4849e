package io.watchdesk.publishing;

/** Has a post taken down by the process {@code content-takedown}, in the name of the current person. */
public interface TakedownOrders {

    /**
     * Starts the takedown in the caller's transaction.
     *
     * @param text why, for the evidence
     * @param proof what shows that the reason is true, may be empty
     * @throws io.watchdesk.platform.Refused when the post is not out
     */
    void order(String publicationId, Takedowns.Reason reason, String text, String proof);
}
