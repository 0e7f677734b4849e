package io.watchdesk.faults;

/** What holds after every run, whatever went wrong in it. */
public enum Invariant {
    /** What was answered with 2xx is stored exactly once and is assessed exactly once. */
    INTAKE("I1"),
    /** No post goes out twice; what did not go out is with a person or on its way. */
    PUBLISH("I2"),
    /** Each open crisis has a person, or a timer, or an alarm that was told. */
    NOBODY_SILENT("I3"),
    /** What was to be told is sent, or known as not sent; a repeat carries the same Message-ID. */
    NOTICE("I4"),
    /** The audit chain is whole, and each change of state has one entry. */
    AUDIT("I5"),
    /** No job is given up without an incident, none stays locked. */
    NO_DEAD_JOB("I6"),
    /** Who approved neither wrote nor edited what was approved. */
    FOUR_EYES("I7"),
    /** No error answer without a clear sentence, no trace of the inside, no error in the log that was not caused. */
    NO_LEAK("I8");

    private final String number;

    Invariant(String number) {
        this.number = number;
    }

    /** As reliability plans name it, for example {@code I1}. */
    public String number() {
        return number;
    }
}
