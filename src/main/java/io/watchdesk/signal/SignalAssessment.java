package io.watchdesk.signal;

/** The process {@code signal-assessment} in words. */
public interface SignalAssessment {

    /** Starts the assessment of a stored signal in the caller's transaction. */
    void begin(Signal signal);
}
