package io.watchdesk.publishing;

/**
 * A place where posts go out. An adapter makes exactly one attempt a call, bounded in time, and never repeats it by
 * itself; an exception counts as {@link Answer.Unknown}.
 */
public interface Channel {

    /** The name accounts refer to in their settings. */
    String id();

    /** Whether a person does the work; then {@link #publish}, {@link #update} and {@link #takeDown} are never called. */
    boolean byPerson();

    /** Sends a new post. */
    Answer publish(Order order);

    /** Looks for what became of the call with this order's key. Changes nothing. */
    LookUp lookUp(Order order);

    /** Replaces the text of {@code remoteId} by this order, under the same link. Repeating it does no harm. */
    Answer update(Order order, String remoteId);

    /** Takes a post down. Repeating it does no harm. */
    Answer takeDown(String remoteId, String reason);
}
