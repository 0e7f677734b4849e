package io.watchdesk.publishing;

import java.util.List;

/**
 * Orders that something must not go out. Once {@link #place} has committed, no call to a channel starts for what the hold
 * covers, whatever was claimed before.
 */
public interface Holds {

    /**
     * Places a hold and publishes {@link HoldPlaced}.
     *
     * @param value the account's id, the topic or the piece's id; ignored for {@code EVERYTHING}
     * @param owner who answers for it: a person's id or a crisis id
     */
    Hold place(Hold.Scope scope, String value, String reason, String owner);

    /** Releases a hold and publishes {@link HoldReleased}; does nothing when it was released already. */
    Hold release(String holdId, String reason);

    /** Ids of the waiting publications that a hold on this scope would cover, by slot; nothing is placed. */
    List<String> wouldCover(Hold.Scope scope, String value);

    /** The open holds that stop a publication, oldest first; empty when it is free. A crisis does not stop its own word. */
    List<Hold> openFor(String publicationId);

    /** The open holds that would stop a publication if it did not speak for the crisis that placed them, oldest first. */
    List<Hold> passedBy(String publicationId);

    /** All open holds, oldest first. */
    List<Hold> open();
}
