package io.watchdesk.notification.process;

import static io.watchdesk.notification.process.NotificationDeliveryModel.MAIL_ID;

import io.watchdesk.notification.Mail;
import io.watchdesk.notification.MailDelivery;
import io.watchdesk.platform.ApplicationRights;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineMailDelivery implements MailDelivery {

    private final RuntimeService processes;
    private final ApplicationRights rights;

    EngineMailDelivery(@Lazy RuntimeService processes, ApplicationRights rights) {
        this.processes = processes;
        this.rights = rights;
    }

    /** Needs no right of the current person: nobody must be allowed to start deliveries for work to be told. */
    @Override
    public void begin(Mail mail) {
        rights.call(() -> processes.startProcessInstanceByKey(
                NotificationDeliveryModel.PROCESS, mail.id(), Map.of(MAIL_ID.name(), mail.id())));
    }
}
