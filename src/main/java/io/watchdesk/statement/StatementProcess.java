package io.watchdesk.statement;

import java.util.List;

/** The running processes of statements and updates, told what happened in the transaction in which it happened. */
public interface StatementProcess {

    /** Nobody wants the statement any more: what is still being written or approved ends. */
    void superseded(String statementId);

    /** Something has to be said from now on, or by another time. */
    void updateDemanded(String crisisId);

    /** The clock of a statement runs to another moment. */
    void clockMoved(String statementId, Times times);

    /** The clock of the updates to an audience runs to another moment. */
    void clockMoved(String crisisId, Audience audience, Times times);

    /** Adds a group to the open task of a step and says which task it is; empty when that step is not open. */
    List<OpenStep> groupAdded(String statementId, Step step, String group);

    /** The tasks of a statement that wait for somebody. */
    List<OpenStep> open(String statementId);

    /** The tasks in which an update for this audience is written. */
    List<OpenStep> open(String crisisId, Audience audience);

    /**
     * A task that waits.
     *
     * @param people who may do it or has claimed it
     */
    record OpenStep(String taskId, String taskName, List<String> people) {}
}
