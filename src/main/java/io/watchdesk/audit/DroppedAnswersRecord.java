package io.watchdesk.audit;

import io.watchdesk.platform.AnswersDropped;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers who sent answers that no form asks for: a mistake of a client, or somebody trying. */
@Component
class DroppedAnswersRecord {

    private final AuditLog audit;

    DroppedAnswersRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void dropped(AnswersDropped dropped) {
        audit.record(
                "platform.answersDropped",
                dropped.subject(),
                null,
                Map.of("element", dropped.element(), "person", dropped.person(), "names", dropped.names()));
    }
}
