package io.watchdesk.statement;

/** The steps of a statement that have a time-box; in the table {@code statement-approvals} as lower-camel text. */
public enum Step {
    DRAFT,
    /** PR looks at the message. */
    MESSAGING,
    LEGAL,
    EXECUTIVE,
    /** The commander lets it out. */
    RELEASE,
    /** All staff read it before the public does. */
    STAFF
}
