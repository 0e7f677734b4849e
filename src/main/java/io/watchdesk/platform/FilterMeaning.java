package io.watchdesk.platform;

/**
 * The properties of a shared filter that say what its stored query cannot say without an expression; the filter service
 * puts them into each query for the person who asks.
 */
public final class FilterMeaning {

    /** Whose tasks: {@link #ME}, {@link #NOBODY}, or missing for everybody's. */
    public static final String WHOSE = "watchdeskWhose";

    /** Tasks that the person who asks has claimed. */
    public static final String ME = "me";

    /** Tasks that nobody has claimed and one of the person's groups may claim. */
    public static final String NOBODY = "nobody";

    /** True for tasks whose due date has passed. */
    public static final String OVERDUE = "watchdeskOverdue";

    private FilterMeaning() {}
}
