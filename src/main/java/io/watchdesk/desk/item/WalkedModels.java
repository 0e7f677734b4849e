package io.watchdesk.desk.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The processes of one piece and the way that each took through its model. */
public interface WalkedModels {

    /** All processes about this piece, ended ones too, the newest first. */
    List<Run> runs(String businessKey, int limit);

    /** The model of one of them with its way; empty when it is not about this piece. */
    Optional<Walk> walk(String businessKey, String instanceId);

    /**
     * One run of a process.
     *
     * @param process id of the process
     * @param name as the model names it
     * @param ended null while it runs
     */
    record Run(String id, String process, String name, Instant started, Instant ended) {}

    /**
     * @param model BPMN 2.0
     * @param passed ids of elements that were left
     * @param here ids of elements where it stands
     */
    record Walk(String model, List<String> passed, List<String> here) {}
}
