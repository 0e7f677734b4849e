package io.watchdesk.audit;

import io.watchdesk.platform.OutsideGroupsChanged;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers which rights people got and lost because somebody outside said so. */
@Component
class OutsideGroupsRecord {

    private final AuditLog audit;

    OutsideGroupsRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void changed(OutsideGroupsChanged change) {
        audit.record(
                "platform.groupsChanged",
                change.person(),
                Map.of("groups", change.before()),
                Map.of("groups", change.after(), "source", change.source()));
    }
}
