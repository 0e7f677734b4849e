package io.watchdesk.notification.process;

import static io.watchdesk.notification.process.NotificationDeliveryModel.MAIL_ID;

import io.watchdesk.notification.Mail;
import io.watchdesk.notification.MailDelivery;
import io.watchdesk.platform.People;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineMailDelivery implements MailDelivery {

    private final RuntimeService processes;
    private final People people;

    EngineMailDelivery(@Lazy RuntimeService processes, People people) {
        this.processes = processes;
        this.people = people;
    }

    /** Runs without a person, because nobody needs the right to start deliveries for their work to be told. */
    @Override
    public void begin(Mail mail) {
        people.asSystem(() -> processes.startProcessInstanceByKey(
                NotificationDeliveryModel.PROCESS, mail.id(), Map.of(MAIL_ID.name(), mail.id())));
    }
}
