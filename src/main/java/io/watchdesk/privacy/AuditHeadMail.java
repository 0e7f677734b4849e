package io.watchdesk.privacy;

import io.watchdesk.audit.AuditChecked;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the head of the audit log out of the database, to the administrators' mailboxes. */
@Component
class AuditHeadMail {

    private static final String READERS = "camunda-admin";

    private final Notifications notifications;

    AuditHeadMail(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void checked(AuditChecked checked) {
        String head =
                "%d:%s".formatted(checked.finding().entries(), checked.finding().head());
        notifications.tellGroup(
                READERS,
                new Message.AuditHead(
                        null,
                        checked.finding().intact() ? head : "BROKEN",
                        List.of(checked.finding().sentence())));
    }
}
