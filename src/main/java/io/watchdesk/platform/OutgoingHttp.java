package io.watchdesk.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Calls to addresses that the settings name. No redirect is followed, no proxy and no cookie is used, a name is resolved
 * once, and the whole call ends within its time whatever the other side does.
 */
public interface OutgoingHttp {

    /**
     * Makes one call; every status is an answer.
     *
     * @throws NotAnswered if there is no complete answer; the other side may have acted nevertheless
     */
    Answer call(Call call);

    /**
     * Fetches a document; every status is an answer.
     *
     * @param headers of the request
     * @param inside whether the call may go into private networks and to this machine
     * @param within for connecting, sending and the whole answer together
     * @param atMost the largest document in bytes
     * @throws NotAnswered if there is no complete answer of at most this size
     */
    Document fetch(URI address, Map<String, String> headers, boolean inside, Duration within, int atMost);

    /**
     * @param method for example {@code POST}
     * @param body may be empty, never null
     * @param inside whether the call may go into private networks and to this machine
     * @param within for connecting, sending and the whole answer together
     */
    record Call(
            String method, URI address, Map<String, String> headers, byte[] body, boolean inside, Duration within) {}

    /**
     * @param body the answer as UTF-8, at most its first 64 KiB
     */
    record Answer(int status, String body) {}

    /**
     * @param headers of the answer, names in small letters, the first value of each
     */
    record Document(int status, Map<String, String> headers, byte[] body) {}

    /** Nobody answered completely in time. The message is a sentence and names no address, which may be a secret. */
    class NotAnswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param sentence what happened, for people */
        public NotAnswered(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
