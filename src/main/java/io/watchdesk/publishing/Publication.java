package io.watchdesk.publishing;

import java.time.Instant;

/**
 * One row of the ledger: one revision of one piece on its way to one account. There is never a second row for the same
 * three, and never a second post for one row.
 *
 * @param id readable and unique, for example {@code P-2001}
 * @param revision the content version that goes out
 * @param hash the approved content hash of that version
 * @param key what a channel is given to recognise a repeated call; the same for every attempt of this row
 * @param corrects the publication whose post this one replaces in place, or null for a new post
 * @param crisisId the crisis it speaks for, whose own holds do not stop it; null for everyday content
 * @param listVersion the word-list version the text was last screened with
 * @param lateAllowed whether a person said that it may go out after the account's grace
 * @param claimedAt when it was last marked {@link State#IN_FLIGHT}, or null
 * @param callStartedAt when the call to the channel was committed to, or null: then surely nothing was sent
 * @param node the machine that started the call, or null
 * @param lastAnswer the newest answer of the channel or of a person as a sentence, or null
 * @param remoteId the channel's own id of the post, or null
 * @param link where the post can be read, or null
 * @param publishedAt when it went out, or null
 * @param takenDownAt when it was taken down, or null
 */
public record Publication(
        String id,
        String pieceId,
        String accountId,
        int revision,
        String hash,
        String key,
        String corrects,
        String crisisId,
        Slot slot,
        State state,
        String listVersion,
        boolean lateAllowed,
        Instant claimedAt,
        Instant callStartedAt,
        String node,
        String lastAnswer,
        String remoteId,
        String link,
        Instant publishedAt,
        Instant takenDownAt) {

    /** Where a publication stands. */
    public enum State {
        /** Waits for its slot. */
        PLANNED,
        /** Was tried or claimed before, surely did not go out, may be claimed again. */
        READY,
        /** Claimed; the call may be under way when {@link Publication#callStartedAt} is set. */
        IN_FLIGHT,
        /** Handed to a person who posts it by hand and brings the link back. */
        WITH_PERSON,
        /** Out; {@link Publication#link} tells where. */
        PUBLISHED,
        /** The call was made and nobody knows how it ended; it is looked up, never sent again. */
        UNKNOWN,
        /** The channel refused it for good; a person mends and retries, or drops it. */
        REFUSED,
        /** Will not go out: withdrawn, slot freed, or dropped by a person. */
        DROPPED,
        /** Was out and is not any more. */
        TAKEN_DOWN
    }

    /** The publication whose post this is about: the one it corrects, else itself. */
    public String root() {
        return corrects == null ? id : corrects;
    }

    /** Whether nothing was sent and nothing is being sent, so that it can still be moved or dropped. */
    public boolean waiting() {
        return state == State.PLANNED
                || state == State.READY
                || state == State.REFUSED
                || state == State.IN_FLIGHT && callStartedAt == null;
    }
}
