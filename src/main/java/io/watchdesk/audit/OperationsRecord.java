package io.watchdesk.audit;

import io.watchdesk.platform.EngineOperated;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers what somebody did by hand in Cockpit, Admin or through the REST API. */
@Component
class OperationsRecord {

    private final AuditLog audit;

    OperationsRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void operated(EngineOperated done) {
        audit.record(
                "platform.engineOperated",
                done.subject().isEmpty() ? done.entity() : done.subject(),
                null,
                Map.of(
                        "person", done.person(),
                        "operation", done.operation(),
                        "entity", done.entity(),
                        "property", done.property()));
    }
}
