package io.watchdesk.faults;

import java.util.concurrent.locks.LockSupport;

/**
 * Where a life ends. The thread that reaches it never goes on, and whoever kills hears that the moment has come: no shutdown
 * hook, no closing, no flush, and what this thread had begun is never ended.
 */
final class CrashPoint {

    /** Said when a thread stands at the point. */
    static final String REACHED = "reached";

    private final int node;
    private volatile String fatal;
    private int left;

    /** @param node whose points these are, of the nodes of this JVM */
    CrashPoint(int node) {
        this.node = node;
    }

    /** From now on this life ends when it reaches this point for this time. */
    synchronized void dieAt(String point, int time) {
        left = time;
        fatal = point;
    }

    /** Whether a point is chosen, so that names need not be built in vain. */
    boolean armed() {
        return fatal != null;
    }

    /** This point is reached. */
    void hit(String point) {
        if (point.equals(fatal) && isTheTime()) {
            NodeMain.say(node, REACHED);
            while (true) {
                LockSupport.park();
            }
        }
    }

    private synchronized boolean isTheTime() {
        if (fatal == null || --left > 0) {
            return false;
        }
        fatal = null;
        return true;
    }
}
