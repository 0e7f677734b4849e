package io.watchdesk.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskCountByCandidateGroupResultEntity;
import org.camunda.bpm.engine.task.TaskCountByCandidateGroupResult;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.task.TaskReport;

/**
 * How many tasks each group has, for Cockpit's page of human tasks. The engine's own report is for those who may read every
 * task there is and refuses everybody else, whom the page then shows an error; they get the counts of what they may see.
 */
class SeenTasksReport implements TaskReport {

    private final TaskReport ofAll;
    private final GuardedTaskService tasks;
    private final List<String> groups;

    /** @param groups all groups, in the order in which they are told */
    SeenTasksReport(TaskReport ofAll, GuardedTaskService tasks, List<String> groups) {
        this.ofAll = ofAll;
        this.tasks = tasks;
        this.groups = groups;
    }

    @Override
    public List<TaskCountByCandidateGroupResult> taskCountByCandidateGroup() {
        try {
            return ofAll.taskCountByCandidateGroup();
        } catch (AuthorizationException notAll) {
            List<TaskCountByCandidateGroupResult> counts = new ArrayList<>();
            groups.forEach(group -> add(
                    counts,
                    group,
                    tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks()));
            add(counts, null, tasks.createTaskQuery().withoutCandidateGroups());
            return counts;
        }
    }

    private static void add(List<TaskCountByCandidateGroupResult> counts, String group, TaskQuery query) {
        long seen = query.count();
        if (seen > 0) {
            TaskCountByCandidateGroupResultEntity count = new TaskCountByCandidateGroupResultEntity();
            count.setGroupName(group);
            count.setTaskCount(Math.toIntExact(seen));
            counts.add(count);
        }
    }
}
