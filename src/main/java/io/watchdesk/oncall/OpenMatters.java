package io.watchdesk.oncall;

import java.util.List;

/**
 * What goes on and must be handed over when hands change. Implemented as a bean by the rooms that know; this one asks all
 * of them and needs none.
 */
public interface OpenMatters {

    /** Everything that is open now, oldest first. */
    List<Matter> open();

    /**
     * One matter.
     *
     * @param id for example {@code CR-5001}
     * @param title one line
     * @param rota whose people have it, or null when every rota hands it over
     * @param link where to read on, an address or a path of this installation, or null
     */
    record Matter(String id, String title, String rota, String link) {}
}
