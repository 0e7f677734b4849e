package io.watchdesk.notification.process;

import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people about every task that begins to wait for them. Whoever caused it by an own step is looking at Tasklist
 * already and is told only when nobody else could do the work.
 */
@Component
class TaskAnnouncer {

    private static final String PIECE_ID = "pieceId";
    private static final String CONTENT_TITLE = "contentTitle";
    private static final String ANNOUNCEMENT = "announcement";
    private static final String OWN = "own";

    private final Notifications notifications;
    private final People people;

    TaskAnnouncer(Notifications notifications, People people) {
        this.notifications = notifications;
        this.people = people;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void created(DelegateTask task) {
        if (task.getAssignee() == null && !announcesItself(task)) {
            tell(task, candidates(task));
        }
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void assigned(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(people.actor())) {
            tell(task, Set.of(assignee));
        }
    }

    private void tell(DelegateTask task, Set<String> candidates) {
        List<String> others = new ArrayList<>(candidates);
        others.remove(people.actor());
        Message message = waiting(task);
        for (String person : others.isEmpty() ? candidates : others) {
            notifications.tellPerson(person, message);
        }
    }

    /** A model says so where a listener of the task tells people more than that it waits. */
    private static boolean announcesItself(DelegateTask task) {
        ExtensionElements extensions = task.getBpmnModelElementInstance().getExtensionElements();
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .anyMatch(property -> ANNOUNCEMENT.equals(property.getCamundaName())
                                && OWN.equals(property.getCamundaValue()));
    }

    private Set<String> candidates(DelegateTask task) {
        Set<String> candidates = new LinkedHashSet<>();
        for (IdentityLink link : task.getCandidates()) {
            if (link.getGroupId() != null) {
                people.inGroup(link.getGroupId()).forEach(member -> candidates.add(member.id()));
            } else if (link.getUserId() != null) {
                candidates.add(link.getUserId());
            }
        }
        return candidates;
    }

    private static Message waiting(DelegateTask task) {
        Object pieceId = task.getVariable(PIECE_ID);
        Object title = task.getVariable(CONTENT_TITLE);
        return new Message.TaskWaiting(
                pieceId == null ? null : pieceId.toString(),
                title == null ? null : title.toString(),
                task.getId(),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
