package io.watchdesk.escalation;

/** The call for help in the model {@code crisis-escalation}. */
public interface HelpProcess {

    /** Begins it, in the caller's transaction. */
    void demanded(String crisisId, String helpId);
}
