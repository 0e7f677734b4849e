package io.watchdesk.platform.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * Gives whoever takes a task of the own group no further right to it. The engine would grant it to the person for good, so
 * that somebody who left the group, or gave the task back, could go on reading and completing it.
 */
class RightsByGroup extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return hasItByGroup(task, newAssignee) ? null : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return hasItByGroup(task, newOwner) ? null : super.newTaskOwner(task, oldOwner, newOwner);
    }

    private static boolean hasItByGroup(Task task, String person) {
        if (person == null) {
            return false;
        }
        List<String> groups = ((TaskEntity) task)
                .getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .toList();
        return !groups.isEmpty() && groupsOf(person).stream().anyMatch(groups::contains);
    }

    private static List<String> groupsOf(String person) {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getIdentityService()
                        .createGroupQuery()
                        .groupMember(person)
                        .list()
                        .stream()
                        .map(Group::getId)
                        .toList());
    }
}
