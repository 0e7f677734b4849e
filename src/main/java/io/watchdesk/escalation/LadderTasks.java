package io.watchdesk.escalation;

/** Answers open tasks of the watch for a person who is not in Tasklist, in the caller's transaction. */
public interface LadderTasks {

    /** The holder is still on it; whether that was asked. */
    boolean stillOnIt(String crisisId, String person);

    /** The person takes over; whether that was asked. */
    boolean takeOver(String crisisId, String person);

    /** The current person helps, whatever help was asked for; whether any was. */
    boolean help(String crisisId);
}
