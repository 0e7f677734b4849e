package io.watchdesk.crisis;

/** The moments by which a response is measured, each counted from the first sighting. */
public enum Milestone {
    RATED,
    HELD,
    PAGED,
    ACKNOWLEDGED,
    TRIAGED,
    COMMAND_ASSEMBLED,
    HOLDING_STATEMENT_OUT,
    FULL_STATEMENT_OUT,
    DECLARED_OVER,
    RESOLUTION_OUT,
    HELD_CONTENT_REVIEWED,
    CLOSED,
    RETROSPECTIVE_HELD
}
