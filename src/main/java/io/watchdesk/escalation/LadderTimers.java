package io.watchdesk.escalation;

import java.time.Instant;

/** The one timer of a running ladder or watch, in the caller's transaction. */
public interface LadderTimers {

    /** The next climb, loop or repetition is due at this moment; one in the past is due now. */
    void climbAt(String crisisId, Instant at);

    /** The watch looks again at this moment. */
    void watchAt(String crisisId, Instant at);
}
