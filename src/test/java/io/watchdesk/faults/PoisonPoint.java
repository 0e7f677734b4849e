package io.watchdesk.faults;

/** A step that always fails for one case, whichever comes first, and for no other. */
final class PoisonPoint {

    /** Stands in every message of this fault, so that the log can be forgiven it. */
    static final String NAME = "a step that always fails";

    private static volatile String poisonous;
    private static String victim;

    private PoisonPoint() {}

    /** From now on whichever case reaches this point first fails there, each time. */
    static synchronized void at(String point) {
        victim = null;
        poisonous = point;
    }

    /** Nothing fails any more. */
    static synchronized void heal() {
        poisonous = null;
    }

    static boolean armed() {
        return poisonous != null;
    }

    static synchronized void hit(String point, String businessKey) {
        if (point.equals(poisonous)) {
            victim = victim == null ? businessKey : victim;
            if (victim.equals(businessKey)) {
                throw new IllegalStateException("This is " + NAME + ".");
            }
        }
    }

    /** Whom it struck, or null. */
    static synchronized String victim() {
        return victim;
    }
}
