package io.watchdesk.notification;

import io.watchdesk.platform.People;
import io.watchdesk.platform.TaskReturned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a group that a task of a colleague who can no longer do it waits for them again. */
@Component
class ReturnedTasks {

    private final Notifications notifications;
    private final People people;

    ReturnedTasks(Notifications notifications, People people) {
        this.notifications = notifications;
        this.people = people;
    }

    @EventListener
    void returned(TaskReturned returned) {
        Message message = new Message.TaskHandedBack(
                returned.pieceId(),
                returned.title(),
                returned.taskId(),
                returned.taskName(),
                people.displayName(returned.person()),
                returned.due());
        returned.groups().forEach(group -> notifications.tellGroup(group, message));
    }
}
