package io.watchdesk.escalation;

import io.watchdesk.notification.Delivery;

/** Takes what became of a try back to its page. */
public interface PageAnswers {

    /**
     * Lets the page go on, in the caller's transaction.
     *
     * @return whether the page still waited for this answer
     */
    boolean answered(String pageId, String attemptId, Delivery.Outcome outcome);
}
