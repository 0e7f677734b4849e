package io.watchdesk.statement;

import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Milestone;
import java.util.Optional;

/** What a statement is for; in models as lower-camel text in {@code statementKind}. */
public enum Kind {
    /** The first public word: confirmed facts only, and when the next word comes. */
    HOLDING("Holding statement", Deadline.HOLDING_STATEMENT, Milestone.HOLDING_STATEMENT_OUT),
    /** Apology, cause and remedy. */
    FULL("Full statement", Deadline.FULL_STATEMENT, Milestone.FULL_STATEMENT_OUT),
    /** A word in between, promised by the one before. */
    UPDATE("Public update", Deadline.PUBLIC_UPDATE, null),
    /** The last word: it is over. */
    RESOLUTION("Resolution message", null, Milestone.RESOLUTION_OUT);

    private final String words;
    private final Deadline deadline;
    private final Milestone milestone;

    Kind(String words, Deadline deadline, Milestone milestone) {
        this.words = words;
        this.deadline = deadline;
        this.milestone = milestone;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** The clock that demands it, or empty. */
    public Optional<Deadline> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** What is reached when it is out, or empty. */
    public Optional<Milestone> milestone() {
        return Optional.ofNullable(milestone);
    }
}
