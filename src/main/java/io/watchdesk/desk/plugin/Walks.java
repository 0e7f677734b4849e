package io.watchdesk.desk.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tasks stand in their processes and how they came there. */
public interface Walks {

    /** The walk that led to a task, or empty where the current person may not know the model of its process. */
    Optional<Walk> ofTask(String taskId);

    /** When a task was made and when it is due; refuses where the current person may not see it. */
    Times times(String taskId);

    /**
     * A way through a model.
     *
     * @param definitionId the version of the model
     * @param process the name of the process
     * @param element where the task stands, with its name
     * @param steps what was passed or reached, in the order of time
     */
    record Walk(String definitionId, String process, String element, String name, List<Step> steps) {}

    /**
     * An element that was reached.
     *
     * @param until when it was left, or null
     * @param person who did it, or null where no person did
     */
    record Step(String element, String name, Instant from, Instant until, String person) {}

    /** The clock of a task; every moment but the first may be null. */
    record Times(Instant created, Instant due, Instant followUp) {}
}
