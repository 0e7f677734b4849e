package io.watchdesk.escalation;

/** The process {@code crisis-help}, called by the ladder of its crisis. */
public interface HelpProcess {

    /** Begins it, in the caller's transaction. */
    void demanded(String crisisId, String helpId);
}
