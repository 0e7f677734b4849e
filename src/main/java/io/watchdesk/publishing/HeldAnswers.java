package io.watchdesk.publishing;

import io.watchdesk.publishing.PublicationDecisions.Decision;

/** Answers, for the person who decides a whole list, the question that waits at a single publication. */
public interface HeldAnswers {

    /**
     * Completes the open task of {@code content-publication} that asks about this publication, whoever it waits for; its
     * rules apply. Joins the caller's transaction.
     *
     * @param newSlot local time of the account as {@code 2026-12-01T08:30}; only for {@link Decision#MOVE}
     * @throws io.watchdesk.platform.Refused when no task asks about it now, or the decision is not possible there
     */
    void answer(String publicationId, Decision decision, String reason, String newSlot);
}
