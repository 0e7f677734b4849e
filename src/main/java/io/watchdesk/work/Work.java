package io.watchdesk.work;

import java.time.Instant;

/**
 * Long work and where it stands.
 *
 * @param kind the id of its {@link WorkKind}
 * @param title what this one is about
 * @param person who started it
 * @param total how many steps it has
 * @param done how many are done
 * @param refused how many could not be done
 * @param partDone how much of the step that runs is done, in units of its kind
 * @param partTotal how much that step is; 0 where it does not tell
 * @param beganAt when somebody began with it, or null
 * @param endedAt null while it goes on
 * @param endedBy who ended it early, or null
 * @param file whether there is a file to download
 */
public record Work(
        String id,
        String kind,
        String title,
        String person,
        State state,
        int total,
        int done,
        int refused,
        int partDone,
        int partTotal,
        Instant orderedAt,
        Instant beganAt,
        Instant endedAt,
        String endedBy,
        boolean file) {

    /** Whether it has ended, in whatever way. */
    public boolean over() {
        return endedAt != null;
    }

    /** How many of {@link #shownTotal} have ended: its steps or, while a single large one runs, the parts of that. */
    public int shownDone() {
        return inParts() ? partDone : done + refused;
    }

    /** What the progress is measured by. */
    public int shownTotal() {
        return inParts() ? partTotal : total;
    }

    private boolean inParts() {
        return total == 1 && partTotal > 0;
    }

    /** Where it stands. */
    public enum State {
        /** For its turn. */
        WAITING,
        RUNNING,
        /** Nobody has been heard of who carries it out; it goes on as soon as a node of the installation has time. */
        INTERRUPTED,
        /** Every step was done or refused. */
        DONE,
        CANCELLED
    }
}
