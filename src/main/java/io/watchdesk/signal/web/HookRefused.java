package io.watchdesk.signal.web;

import java.time.Duration;

/** A request to a hook that is not taken; the message is the sentence for whoever runs the sender. */
class HookRefused extends RuntimeException {

    private final int status;
    private final transient Duration retryAfter;

    HookRefused(int status, String sentence) {
        this(status, sentence, null);
    }

    HookRefused(int status, String sentence, Duration retryAfter) {
        super(sentence);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** When to try again, or null. */
    Duration retryAfter() {
        return retryAfter;
    }
}
