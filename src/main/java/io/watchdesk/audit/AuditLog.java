package io.watchdesk.audit;

/** Append-only, hash-chained record of every decision and change; it commits or rolls back with what it records. */
public interface AuditLog {

    /**
     * Adds an entry for the current person (or the system) at the current time.
     *
     * @param action what happened, as {@code <capability>.<stateInPastTense>}, for example {@code review.approved}
     * @param subject the id of what it happened to, for example {@code C-1001}
     * @param before the old value, anything Jackson can write, or null
     * @param after the new value, anything Jackson can write, or null
     */
    void record(String action, String subject, Object before, Object after);
}
