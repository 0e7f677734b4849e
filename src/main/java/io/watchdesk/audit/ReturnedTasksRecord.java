package io.watchdesk.audit;

import io.watchdesk.platform.TaskReturned;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers that a task was taken from somebody who could no longer do it. */
@Component
class ReturnedTasksRecord {

    private final AuditLog audit;

    ReturnedTasksRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void returned(TaskReturned returned) {
        audit.record(
                "platform.taskReturned",
                returned.pieceId() == null ? returned.taskId() : returned.pieceId(),
                Map.of("assignee", returned.person()),
                Map.of("task", returned.taskId(), "groups", returned.groups()));
    }
}
