package io.watchdesk.signal;

import java.time.Duration;
import java.util.List;

/**
 * Something that is done again and again by a thread outside the engine, so that signals come in while jobs wait.
 *
 * @param every the pause after each time
 */
public record Round(String name, Duration every, Runnable deed) {

    /** Whoever has rounds to make. */
    public interface Maker {

        /** Asked once, when the application is ready. */
        List<Round> rounds();
    }
}
