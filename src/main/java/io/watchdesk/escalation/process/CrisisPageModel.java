package io.watchdesk.escalation.process;

import io.watchdesk.escalation.PageSteps;
import io.watchdesk.notification.Delivery;
import io.watchdesk.oncall.Contacts;
import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code crisis-page}. */
final class CrisisPageModel {

    static final String PROCESS = "crisis-page";

    static final String START_PAGE_REQUESTED = "StartEvent_PageRequested";
    static final String SERVICE_SEND_PAGE = "ServiceTask_SendPage";
    static final String TIMER_BUNDLE_DUE = "TimerEvent_BundleDue";
    static final String TIMER_ANSWER_OVERDUE = "TimerEvent_AnswerOverdue";
    static final String TIMER_RETRY_DUE = "TimerEvent_RetryDue";
    static final String TIMER_START_OVER_DUE = "TimerEvent_StartOverDue";
    static final String TIMER_SECOND_ADDRESS_DUE = "TimerEvent_SecondAddressDue";
    static final String END_PAGE_DELIVERED = "EndEvent_PageDelivered";
    static final String END_PAGE_NO_LONGER_NEEDED = "EndEvent_PageNoLongerNeeded";

    static final String MESSAGE_PAGE_ANSWERED = "escalation.pageAnswered";
    static final String DECISION_PAGE_RETRIES = "page-retries";

    static final TypedVariable<String> PAGE_ID = new TypedVariable<>("pageId", String.class);
    static final TypedVariable<PageSteps.Choice> PAGE_CHOICE =
            new TypedVariable<>("pageChoice", PageSteps.Choice.class);
    /** Who is tried now; not always the person who was asked for. */
    static final TypedVariable<String> PAGE_PERSON = new TypedVariable<>("pagePerson", String.class);

    static final TypedVariable<Contacts.Kind> PAGE_WAY = new TypedVariable<>("pageWay", Contacts.Kind.class);
    /** A mail address or the id of a chat hook. */
    static final TypedVariable<String> PAGE_TARGET = new TypedVariable<>("pageTarget", String.class);
    /** The try whose answer is awaited; others' answers come too late. */
    static final TypedVariable<String> ATTEMPT_ID = new TypedVariable<>("attemptId", String.class);

    static final TypedVariable<Integer> PAGE_TRIES = new TypedVariable<>("pageTries", Integer.class);
    static final TypedVariable<Delivery.Outcome> PAGE_ANSWER =
            new TypedVariable<>("pageAnswer", Delivery.Outcome.class);
    /** ISO 8601 duration, or {@code none}. */
    static final TypedVariable<String> RETRY_PAUSE = new TypedVariable<>("retryPause", String.class);

    static final TypedVariable<SecondAddress> SECOND_ADDRESS =
            new TypedVariable<>("secondAddress", SecondAddress.class);

    // ISO instants in UTC.
    static final TypedVariable<String> BUNDLE_DUE_AT = new TypedVariable<>("bundleDueAt", String.class);
    static final TypedVariable<String> ANSWER_DUE_AT = new TypedVariable<>("answerDueAt", String.class);
    static final TypedVariable<String> START_OVER_AT = new TypedVariable<>("startOverAt", String.class);
    static final TypedVariable<String> SECOND_ADDRESS_AT = new TypedVariable<>("secondAddressAt", String.class);

    private CrisisPageModel() {}

    /** Whether the person who was reached is paged once more. */
    enum SecondAddress {
        WANTED,
        NONE
    }
}
