package io.watchdesk.platform.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes a task say which piece it is about: in its name, and in variables of its own, because variables of the process
 * stay invisible to people who may only work on the task.
 */
@Component
class TaskFurnisher {

    static final String PIECE = "piece";
    static final String ACCOUNT = "account";
    static final String SLOT = "slot";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm (VV)", Locale.ENGLISH);

    /** Before the mails about new tasks are written, which quote the name. */
    @EventListener(condition = "#task.eventName == 'create'")
    @Order(1)
    void furnish(DelegateTask task) {
        String title = text(task, "contentTitle");
        if (title == null) {
            return;
        }
        if (!task.getName().contains(title)) {
            task.setName(task.getName() + ": " + title);
        }
        keep(task, PIECE, text(task, "pieceId"));
        keep(task, ACCOUNT, text(task, "accountName"));
        keep(task, SLOT, slot(text(task, "slotAt"), text(task, "slotZone")));
    }

    private static void keep(DelegateTask task, String name, String value) {
        if (value != null) {
            task.setVariableLocal(name, value);
        }
    }

    private static String slot(String instant, String zone) {
        return instant == null
                ? null
                : TIME.format(Instant.parse(instant).atZone(ZoneId.of(zone == null ? "UTC" : zone)));
    }

    private static String text(DelegateTask task, String variable) {
        Object value = task.getVariable(variable);
        return value == null ? null : value.toString();
    }
}
