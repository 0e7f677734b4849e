package io.watchdesk.notification.process;

import io.watchdesk.notification.Postman;
import io.watchdesk.platform.TypedVariable;

/** The vocabulary of {@code notification-delivery}. */
final class NotificationDeliveryModel {

    static final String PROCESS = "notification-delivery";

    static final TypedVariable<String> MAIL_ID = new TypedVariable<>("mailId", String.class);

    static final TypedVariable<Postman.Outcome> MAIL_OUTCOME =
            new TypedVariable<>("mailOutcome", Postman.Outcome.class);

    private NotificationDeliveryModel() {}
}
