package io.watchdesk.faults;

/** An invariant that does not hold, with the case as a sentence. */
public record Breach(Invariant invariant, String sentence) {

    @Override
    public String toString() {
        return invariant.number() + " " + sentence;
    }
}
