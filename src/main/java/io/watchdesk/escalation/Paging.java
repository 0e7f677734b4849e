package io.watchdesk.escalation;

import java.time.Instant;
import java.util.List;

/** Tells people on call. Every page is a process {@code crisis-page} of its own, so that no page delays the ladder. */
public interface Paging {

    /**
     * Starts a page in the caller's transaction; nothing leaves before that has committed.
     *
     * @return the page's id, for example {@code PG-7001}
     */
    String page(Request request);

    /**
     * Whom to page, and who comes next when nothing reaches this person.
     *
     * @param step the ladder's step that asks for it, see {@link Ladder.State#step}
     * @param tier 1 to the highest; 0 for the fallback person
     * @param person whom to page
     * @param nextPeople others of the tier who are not paged at this step, in the order in which they are tried when the
     *     person cannot be reached; may be empty
     * @param secondAddressAt when this person's second address is paged as well unless somebody has taken the crisis; null
     *     for never
     */
    record Request(
            String crisisId,
            int step,
            int tier,
            String person,
            List<String> nextPeople,
            Kind kind,
            Instant secondAddressAt) {}

    /** Why somebody is paged. */
    enum Kind {
        /** The first page of this crisis to this person: never bundled, never limited. */
        FIRST,
        /** This person was paged for this crisis before and nobody has taken it since. */
        REPEAT,
        /** Who took it stayed silent and lost it again; never bundled. */
        RELEASED,
        /** The holder is asked "still on it?"; the link answers yes. */
        STILL_ON_IT,
        /** The holder wants this person to take over; the link does. */
        HAND_OVER,
        /** Somebody has it and needs more people; the link says that this person helps. Never bundled. */
        HELP
    }
}
