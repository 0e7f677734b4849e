package io.watchdesk.faults;

/** Where a life ends: like a machine without power, with no shutdown hook, no closing, no flush. */
final class CrashPoint {

    static final int KILLED = 137;

    private static volatile String fatal;
    private static volatile int left;

    private CrashPoint() {}

    /** From now on this life ends when it reaches this point for this time. */
    static void dieAt(String point, int time) {
        left = time;
        fatal = point;
    }

    /** Whether a point is chosen, so that names need not be built in vain. */
    static boolean armed() {
        return fatal != null;
    }

    /** This point is reached. */
    static void hit(String point) {
        if (point.equals(fatal)) {
            synchronized (CrashPoint.class) {
                if (--left <= 0) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }
        }
    }
}
