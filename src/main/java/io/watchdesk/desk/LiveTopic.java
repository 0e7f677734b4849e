package io.watchdesk.desk;

/**
 * Something that open pages follow. While anybody looks, it is asked about once a second on each node, so the answer has
 * to be one cheap query; when it differs from the one before, the pages that follow it fetch their live parts anew. What
 * another node changed shows in the same way.
 */
public interface LiveTopic {

    /** As pages name it in {@code data-live-topics}, for example {@code crises}. */
    String id();

    /** The page that a person must be allowed to see to follow it. */
    String page();

    /** Any text that differs whenever something that the page shows has changed; it never leaves the server. */
    String fingerprint();
}
