package io.watchdesk.crisis;

import io.watchdesk.publishing.HeldPosts;
import io.watchdesk.publishing.Hold;
import java.time.Instant;
import java.util.List;

/**
 * What the holds of a crisis keep back, as the one list in which every item is decided before normal posting resumes. In a
 * drill it lists what would have been held, and nothing happens to it.
 */
public interface HeldContent {

    /** Everything that is held now, with what was decided so far; what cannot be stopped first, then by risk, then by slot. */
    List<Item> of(String crisisId);

    /**
     * Notes what shall become of one item; nothing happens to it before {@link #carryOut}. A later decision replaces it.
     *
     * @throws io.watchdesk.platform.Refused when it is not in the list, or the choice is not possible for it
     */
    void decide(String crisisId, String publicationId, Answer answer);

    /**
     * Lifts the holds of the crisis and carries every decision out, all or nothing. What a hold of somebody else still
     * covers stays held.
     *
     * @throws io.watchdesk.platform.Refused naming the first item that is not decided, or whose decision is not possible now
     */
    void carryOut(String crisisId);

    /** What can become of a held item; in forms as lower-camel text. */
    enum Choice {
        /** Goes out at its planned time, as it was approved; only while that time is ahead. */
        KEEP,
        /** Goes out at another time. */
        MOVE,
        /** Back to the writer; the approval ends for the piece on every account. */
        REWRITE,
        /** Does not go out on this account. */
        DROP,
        /** It was handed over before: the platform was told to stop it, and the proof says how. */
        STOPPED
    }

    /**
     * @param reason why; the proof where it was stopped on a platform
     * @param newSlot local time of the account as {@code 2026-12-01T08:30}; only to move
     * @param reapproved whether the person read the text again and approves it as it is; needed to keep and to move
     */
    record Answer(Choice choice, String reason, String newSlot, boolean reapproved) {}

    /**
     * @param past whether its planned time is over
     * @param handedOver whether it is on a platform or with a person, where no hold reaches
     * @param otherHolds the open holds of others that cover it too
     * @param decision null while it is undecided
     */
    record Item(HeldPosts.Post post, boolean past, boolean handedOver, List<Hold> otherHolds, Decision decision) {}

    /** What was decided, by whom, when. */
    record Decision(Choice choice, String reason, String newSlot, String by, Instant at) {}
}
