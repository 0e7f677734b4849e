package io.watchdesk.publishing;

import java.time.Instant;

/** What a channel says to a call that changes something. When in doubt it is {@link Unknown}, never anything else. */
public sealed interface Answer {

    /** A sentence for people. */
    String sentence();

    /** It is done. */
    record Done(String remoteId, String link, Instant at, String sentence) implements Answer {}

    /** The channel read the call and refused it for good. */
    record Refusal(String sentence) implements Answer {}

    /**
     * Surely nothing happened; it may be tried again.
     *
     * @param retryAt not before this time, or null
     */
    record NotSent(String sentence, Instant retryAt) implements Answer {}

    /** Nobody knows: a time-out, a reset, half an answer, an answer that cannot be understood. */
    record Unknown(String sentence) implements Answer {}
}
