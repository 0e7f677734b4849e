package io.watchdesk.audit;

import io.watchdesk.platform.SignInsHeld;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers that somebody guessed passwords. */
@Component
class SignInsRecord {

    private final AuditLog audit;

    SignInsRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void held(SignInsHeld held) {
        audit.record(
                "platform.signInsHeld", held.person(), null, Map.of("address", held.address(), "tries", held.tries()));
    }
}
