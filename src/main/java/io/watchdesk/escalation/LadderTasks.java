package io.watchdesk.escalation;

/** Answers open tasks of ladder and watch for a person who is not in Tasklist, in the caller's transaction. */
public interface LadderTasks {

    /** Whether a task by which the current person could take the crisis is open to that person. */
    boolean offered(String crisisId);

    /**
     * The current person claims such a task and completes it, as in Tasklist, with no more rights than there.
     *
     * @return whether one was open to that person
     */
    boolean take(String crisisId);

    /** The holder is still on it; whether that was asked. */
    boolean stillOnIt(String crisisId, String person);

    /** The person takes over; whether that was asked. */
    boolean takeOver(String crisisId, String person);

    /** The current person helps, whatever help was asked for; whether any was. */
    boolean help(String crisisId);
}
