package io.watchdesk.escalation;

import io.watchdesk.notification.Delivery;

/** Takes what became of a try back to its page. */
public interface PageAnswers {

    /**
     * Lets the page go on, in the caller's transaction.
     *
     * @param crisisId by which the page's process is found
     * @param attemptId the try that was answered
     * @return whether the page still waited for this answer
     */
    boolean answered(String crisisId, String attemptId, Delivery.Outcome outcome);
}
