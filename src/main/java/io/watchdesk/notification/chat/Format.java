package io.watchdesk.notification.chat;

import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.platform.OutgoingHttp.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** How one service wants a message written and signed, and what its answers mean. */
interface Format {

    Service service();

    /** The request for this message, within the service's limits. */
    Request write(Hook hook, ChatMessage message, Instant now);

    /** What the service's answer means. */
    Delivery read(Answer answer);

    /** @param body a record that becomes JSON */
    record Request(URI address, Map<String, String> headers, Object body) {

        Request(URI address, Object body) {
            this(address, Map.of(), body);
        }
    }
}
