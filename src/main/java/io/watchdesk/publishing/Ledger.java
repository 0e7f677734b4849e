package io.watchdesk.publishing;

import io.watchdesk.platform.Said;
import java.time.Instant;
import java.util.List;

/**
 * The ledger of publications: the only place that decides whether something may go out, and the proof of what happened.
 *
 * <p>Every method joins the caller's transaction (or opens one) and locks the row it works on. Each is audited under the
 * piece's id. A refused wish throws {@link io.watchdesk.platform.Refused}.
 */
public interface Ledger {

    /**
     * Writes down that the approved revision of a piece shall go out on an account. Planning the same piece, account and
     * revision again returns the same row: moved to the new slot when it still waits or was dropped before anything was
     * sent, unchanged when it is out or on its way.
     *
     * @throws io.watchdesk.platform.Refused when no approval of exactly this revision is in force
     */
    Publication plan(String pieceId, String accountId, int revision, Slot slot);

    /**
     * Writes down that a newer approved revision shall replace the text of a post that is out, under the same link.
     *
     * @throws io.watchdesk.platform.Refused when the post is not out, or the revision is not a newer, approved one
     */
    Publication planCorrection(String publicationId, int revision, Slot slot);

    /** The publication; refuses when it does not exist. */
    Publication get(String publicationId);

    /** All publications of a piece, oldest first. */
    List<Publication> ofPiece(String pieceId);

    /** All publications in these states, by slot. */
    List<Publication> inState(Publication.State... states);

    /**
     * Asks whether it may go out now and, if so, marks it in flight in the caller's transaction. Locks the row and checks
     * approval and hash, open holds, rights at now, the word list (screening again when it is newer) and lateness. A claim
     * that is {@code CLEAR} may be repeated until the call has started. Nothing is sent here.
     */
    Claim claim(String publicationId);

    /**
     * Gives a waiting publication another slot; an earlier permission to be late ends.
     *
     * @throws io.watchdesk.platform.Refused when it is no longer {@link Publication#waiting()}
     */
    Publication move(String publicationId, Slot slot);

    /** A person's permission that it may go out after the account's grace; ends when it is moved. */
    Publication allowLate(String publicationId, String reason);

    /**
     * Ends a publication that has not gone out. Does nothing when it was dropped already.
     *
     * @throws io.watchdesk.platform.Refused when it is out, or its call has started; the sentence says which
     */
    Publication drop(String publicationId, String reason);

    /** Lets a refused publication be claimed again. */
    Publication retry(String publicationId, String reason);

    /**
     * A person has the link: they posted it by hand ({@code WITH_PERSON}), or looked and found it ({@code UNKNOWN}).
     *
     * @param link https; refused when another publication has it
     */
    Publication confirmOut(String publicationId, String link);

    /** A person looked and it is not out ({@code UNKNOWN}, {@code WITH_PERSON}): it becomes {@code READY}. */
    Publication confirmAbsent(String publicationId, String reason);

    /** Everything that was tried, oldest first. */
    List<Attempt> attempts(String publicationId);

    /**
     * One line of the append-only record of steps and answers.
     *
     * @param number 1 for the first call; 0 for steps before any call
     * @param step what happened: {@code claimed}, {@code callStarted}, {@code published}, {@code unknown}, ...
     * @param answer the sentence that came with it, or null
     * @param actor the person, or {@code system}
     */
    record Attempt(
            int number, String step, @Said(orTyped = true) String answer, String actor, String node, Instant at) {}
}
