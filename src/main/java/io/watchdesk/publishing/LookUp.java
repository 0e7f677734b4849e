package io.watchdesk.publishing;

import java.time.Instant;

/** What a channel knows about an earlier call. */
public sealed interface LookUp {

    /** A sentence for people. */
    String sentence();

    /** The post is there. */
    record Found(String remoteId, String link, Instant at, String sentence) implements LookUp {}

    /**
     * The post is not there, and a call under the same key that still arrives cannot make a second one. Only a channel
     * that keeps keys may say this.
     */
    record Absent(String sentence) implements LookUp {}

    /** The channel cannot tell; a person looks. */
    record Unclear(String sentence) implements LookUp {}
}
