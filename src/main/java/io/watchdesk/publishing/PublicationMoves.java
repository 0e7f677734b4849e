package io.watchdesk.publishing;

/** Moves a publication by the task that waits for its decision, so that the same rules hold as in its form. */
public interface PublicationMoves {

    /**
     * Claims the open task of this publication for the current person, unless that person has it, and decides to move.
     *
     * @param newSlot local time of the account, as {@code 2026-12-01T08:30}
     * @throws io.watchdesk.platform.Refused when no task waits that the person may work on, somebody else has it, the
     *     time is past or taken, or it is on its way
     */
    void move(String publicationId, String newSlot, String reason);
}
