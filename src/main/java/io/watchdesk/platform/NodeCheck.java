package io.watchdesk.platform;

import java.util.List;

/**
 * Looks at something of this machine that a person has to mend: its disk, its clock, its backups. The self-watch asks
 * every one of them on every node.
 */
public interface NodeCheck {

    /** Everything that is wrong now; empty when all is well. */
    List<Concern> concerns();

    /**
     * @param name the same for as long as it goes on, at most 100 characters
     * @param sentence what is wrong and how to mend it
     */
    record Concern(String name, String sentence) {}
}
