package io.watchdesk.publishing;

/** Where the machine dies on the way of one publication. */
enum KillStep {
    BEFORE_CLAIM_COMMIT,
    AFTER_CLAIM_COMMIT,
    AFTER_CALL_STARTED,
    AFTER_POST_STORED,
    BEFORE_RECORDING_COMMIT,
    AFTER_RECORDING;

    private static volatile KillStep fatal;

    /** From now on the machine dies when it reaches this step; null for never. */
    static void dieAt(KillStep step) {
        fatal = step;
    }

    /** Dies like a machine without power: no shutdown hook, no closing, no flush. */
    void reached() {
        if (fatal == this) {
            Runtime.getRuntime().halt(LedgerKillChild.KILLED);
        }
    }
}
