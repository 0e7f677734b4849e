package io.watchdesk.escalation;

/**
 * The links in pages, by which a person takes a crisis without signing in. Each is signed, bound to one person, works once
 * and ends; opening it changes nothing.
 */
public interface Links {

    /**
     * A new link in the caller's transaction, the whole address.
     *
     * @param tier the tier for which the person is paged; 0 for the fallback person
     */
    String link(String crisisId, String person, int tier, Purpose purpose);

    /** What the button on the page does. */
    enum Purpose {
        /** Takes the crisis. */
        ACKNOWLEDGE,
        /** Answers "still on it?" with yes. */
        STILL_ON_IT,
        /** Takes the crisis over from its holder, who asked for it. */
        TAKE_OVER,
        /** Says that this person helps whoever has the crisis. */
        HELP
    }
}
