package io.watchdesk.signal;

/** The decision table {@code signal-spike}. */
public interface SpikeRules {

    /**
     * Whether so many signals are more than an ordinary day brings.
     *
     * @param count signals about one account and topic within the window
     * @param ratio that count as a multiple of the usual number
     */
    boolean spike(int count, double ratio);
}
