package io.watchdesk.publishing;

import java.time.Instant;

/** What publishers decide about one publication. Everything is checked here again, whatever the form showed. */
public interface PublicationDecisions {

    /**
     * Carries a decision out.
     *
     * @param newSlot local time of the account as {@code 2026-12-01T08:30}; only for {@link Decision#MOVE}
     * @throws io.watchdesk.platform.Refused when the decision is not possible in this place or now
     */
    void decide(Place place, String publicationId, Decision decision, String reason, String newSlot);

    /**
     * A person says whether the post is out: they looked after an unknown call, or worked a channel by hand.
     *
     * @param link where it can be read; needed when it is out
     * @param reason why it is not; needed when it is not out
     * @return from when on it may be claimed again if it is not out
     */
    Instant confirm(String publicationId, boolean out, String link, String reason);

    /** Where in the process a person is asked. */
    enum Place {
        WAITING,
        HELD,
        LATE,
        FAILED
    }

    /** What people can decide; in models as lower-camel text. */
    enum Decision {
        /** Leave the slot as it is. */
        KEEP,
        /** Send it now, or try again. */
        PUBLISH,
        MOVE,
        /** Hold the piece on every account until the hold is released. */
        HOLD,
        /** Release the hold on this piece and keep the slot. */
        RELEASE,
        /** Back to the writer: the approval ends, nothing more of the piece goes out until a new one. */
        REVISE,
        /** Withdraw the whole piece. */
        WITHDRAW,
        /** Do not publish on this account. */
        DROP
    }
}
