package io.watchdesk.platform;

import java.util.List;

/**
 * Something that must not fail in silence and is no process: the self-watch asks for it at every look, tells the fallback
 * person, repeats, and says when it is mended. Answer at once, from what is stored; look nothing up outside.
 */
public interface Watched {

    /** What is wrong now; empty when all is well. */
    List<Trouble> troubles();

    /**
     * Whether this is about the machine itself - its disk, its clock, its backups - and so only its own node can tell. Every
     * node is asked then, also while the database cannot be reached; what belongs to all is asked by one node at a time.
     */
    default boolean ofThisMachine() {
        return false;
    }

    /**
     * One thing that is wrong.
     *
     * @param name the same for as long as it goes on, at most 100 characters
     * @param sentence what is wrong and what to do
     */
    record Trouble(String name, String sentence) {}
}
