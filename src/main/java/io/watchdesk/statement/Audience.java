package io.watchdesk.statement;

import io.watchdesk.crisis.Deadlines.Deadline;

/** Whom an update is for; in models as lower-camel text in {@code audience}. */
public enum Audience {
    /** Everybody who works on the crisis. */
    INTERNAL(Deadline.INTERNAL_UPDATE, "internal"),
    PUBLIC(Deadline.PUBLIC_UPDATE, "public");

    private final Deadline deadline;
    private final String words;

    Audience(Deadline deadline, String words) {
        this.deadline = deadline;
        this.words = words;
    }

    /** The clock of its updates. */
    public Deadline deadline() {
        return deadline;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
