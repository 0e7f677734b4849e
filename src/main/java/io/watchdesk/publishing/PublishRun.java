package io.watchdesk.publishing;

import java.time.Instant;

/**
 * Makes the one call that sends a claimed publication, and looks up what became of it. Each method commits its steps in
 * transactions of its own, so it belongs in an asynchronous step of its own; calling it again after a crash is safe.
 */
public interface PublishRun {

    /**
     * Sends a claimed publication. Commits "call started" first, after checking once more what {@link Ledger#claim}
     * checked; then calls the channel without any lock; then commits the answer. When "call started" was committed before
     * (the machine died), it never calls again and answers {@link Outcome#UNKNOWN}.
     */
    Result publish(String publicationId);

    /**
     * Asks the channel, read-only and as often as wanted, what became of an unknown call: {@link Outcome#PUBLISHED} when
     * found, {@link Outcome#NOT_SENT} when the channel knows for sure that it has nothing, else
     * {@link Outcome#UNKNOWN}: then a person looks.
     */
    Result lookUp(String publicationId);

    /**
     * @param sentence for people
     * @param link where the post can be read, or null
     * @param retryAt the earliest time the channel wants to be asked again, or null
     */
    record Result(Outcome outcome, String sentence, String link, Instant retryAt) {}

    /** How a call or a look-up ended; in models as lower-camel text. */
    enum Outcome {
        /** It is out. */
        PUBLISHED,
        /** The channel is a person: they get the pack ({@code GET /api/publications/{id}/pack}), then confirm. */
        HANDED_OVER,
        /** The channel refused it for good; a person decides. */
        REFUSED,
        /** Surely not sent (also: something changed since the claim). Claim again, after {@code retryAt} if given. */
        NOT_SENT,
        /** Nobody knows. */
        UNKNOWN
    }
}
