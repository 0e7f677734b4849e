package io.watchdesk.notification.process;

import static io.watchdesk.notification.process.NotificationDeliveryModel.MAIL_ID;
import static io.watchdesk.notification.process.NotificationDeliveryModel.MAIL_OUTCOME;

import io.watchdesk.notification.Postman;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendMailDelegate implements JavaDelegate {

    private final Postman postman;

    SendMailDelegate(Postman postman) {
        this.postman = postman;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MAIL_OUTCOME.set(execution, postman.deliver(MAIL_ID.require(execution)));
    }
}
