package io.watchdesk.signal;

/** What became of a signal, said to whoever reported it. */
public final class Fate {

    private Fate() {}

    /** A sentence. */
    public static String of(Signal.State state, String crisisId) {
        return switch (state) {
            case RECEIVED -> "It is stored and is being rated.";
            case ASSESSING -> "Somebody on call is looking at it.";
            case SNOOZED -> "Somebody on call looks at it again later.";
            case DISMISSED -> "Somebody on call decided that nothing more has to be done.";
            case IN_CRISIS -> "It belongs to the crisis %s.".formatted(crisisId);
        };
    }
}
