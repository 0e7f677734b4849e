package io.watchdesk.desk.plugin;

import java.util.List;

/** The processes whose past the current person may read in Cockpit. */
public interface WatchedProcesses {

    /** Their ids, ordered; empty for people who may read none. */
    List<String> keys();

    /** Refuses unless the current person may read the past of this version of a model. */
    void mustRead(String definitionId);
}
