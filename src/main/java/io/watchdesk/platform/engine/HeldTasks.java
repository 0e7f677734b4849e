package io.watchdesk.platform.engine;

import io.watchdesk.platform.People;
import io.watchdesk.platform.TaskReturned;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives tasks back to their group whose assignee was deleted or may not work on them any more, because such a task waits
 * for somebody who will never come.
 */
@Component
class HeldTasks {

    private static final Logger LOG = LoggerFactory.getLogger(HeldTasks.class);

    /** Those whom neither a right of their own nor a group nor their existence connects with the task; then asked exactly. */
    private static final String SUSPECTS = """
            select t.ID_ from ACT_RU_TASK t where t.ASSIGNEE_ is not null and t.SUSPENSION_STATE_ = 1 and (
              not exists (select 1 from ACT_ID_USER u where u.ID_ = t.ASSIGNEE_)
              or not exists (select 1 from ACT_RU_AUTHORIZATION a where a.USER_ID_ = t.ASSIGNEE_
                and a.RESOURCE_TYPE_ = 7 and a.RESOURCE_ID_ = t.ID_)
              and not exists (select 1 from ACT_RU_IDENTITYLINK l join ACT_ID_MEMBERSHIP m on m.GROUP_ID_ = l.GROUP_ID_
                where l.TASK_ID_ = t.ID_ and m.USER_ID_ = t.ASSIGNEE_))""";

    private final JdbcClient database;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final People people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final LeftBehindSettings settings;
    private Set<String> seen = Set.of();

    HeldTasks(
            JdbcClient database,
            TaskService tasks,
            AuthorizationService authorizations,
            People people,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            LeftBehindSettings settings) {
        this.database = database;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.people = people;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
    }

    /**
     * Looks once. Only what was so at the look before too is given back: a directory that copies people may delete and
     * create somebody in two steps.
     */
    synchronized void look() {
        Set<String> stuck = new HashSet<>();
        for (String id : database.sql(SUSPECTS).query(String.class).list()) {
            Task task = tasks.createTaskQuery().taskId(id).singleResult();
            if (task != null && task.getAssignee() != null && cannotWork(task)) {
                stuck.add(id);
                if (seen.contains(id)) {
                    giveBack(task);
                }
            }
        }
        seen = stuck;
    }

    private boolean cannotWork(Task task) {
        String person = task.getAssignee();
        return people.find(person).isEmpty()
                || !authorizations.isUserAuthorized(
                        person, people.groupsOf(person), TaskPermissions.TASK_WORK, Resources.TASK, task.getId());
    }

    private void giveBack(Task task) {
        try {
            transaction.executeWithoutResult(status -> returned(task));
        } catch (ProcessEngineException changed) {
            LOG.warn(
                    "The task {} of {} is looked at again: {}", task.getId(), task.getAssignee(), changed.getMessage());
        }
    }

    private void returned(Task task) {
        String person = task.getAssignee();
        tasks.setAssignee(task.getId(), null);
        authorizations
                .createAuthorizationQuery()
                .userIdIn(person)
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
        List<String> groups = groupsOf(task);
        if (groups.isEmpty()) {
            groups = List.of(settings.group());
            tasks.addCandidateGroup(task.getId(), settings.group());
        }
        LOG.warn(
                "The task {} was taken from {}, who can no longer do it, and waits for {}.",
                task.getId(),
                person,
                groups);
        events.publishEvent(new TaskReturned(
                person,
                task.getId(),
                task.getName(),
                groups,
                text(task, "crisisId") == null ? text(task, "pieceId") : text(task, "crisisId"),
                text(task, "contentTitle"),
                task.getDueDate() == null ? null : task.getDueDate().toInstant()));
    }

    private List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private String text(Task task, String variable) {
        Object value = tasks.getVariable(task.getId(), variable);
        return value == null ? null : value.toString();
    }
}
