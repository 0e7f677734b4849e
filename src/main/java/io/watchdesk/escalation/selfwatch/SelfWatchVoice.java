package io.watchdesk.escalation.selfwatch;

import io.watchdesk.escalation.EscalationSettings;
import io.watchdesk.notification.Delivery;
import io.watchdesk.notification.Express;
import io.watchdesk.notification.Message;
import io.watchdesk.platform.OutgoingHttp;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Speaks without the engine: mail and chat directly, and the heartbeat. */
@Component
class SelfWatchVoice {

    private static final Logger LOG = LoggerFactory.getLogger(SelfWatchVoice.class);

    private final Express express;
    private final OutgoingHttp http;
    private final SelfWatchBook book;
    private final SelfWatchSettings settings;
    private final String fallbackPerson;
    private final String host;
    /** Known from the last good look, for when the database cannot be asked. */
    private volatile String address;

    SelfWatchVoice(
            Express express,
            OutgoingHttp http,
            SelfWatchBook book,
            SelfWatchSettings settings,
            EscalationSettings escalation,
            @Value("${watchdesk.base-url}") URI baseUrl) {
        this.express = express;
        this.http = http;
        this.book = book;
        this.settings = settings;
        this.fallbackPerson = escalation.fallbackPerson();
        this.host = baseUrl.getHost() == null ? "watchdesk.invalid" : baseUrl.getHost();
    }

    /** Keeps the fallback person's address for later. */
    void learn() {
        book.mailOf(fallbackPerson).ifPresent(found -> address = found);
    }

    /** Tells the fallback person and the alarm hook. Answers whether any of them took it. */
    boolean tell(Message message) {
        LOG.error("SELF-WATCH: {}", message);
        boolean heard = false;
        if (address != null && express.hasMail()) {
            heard = delivered(
                    "the fallback person",
                    express.mail(
                            fallbackPerson, address, "<self-watch.%s@%s>".formatted(UUID.randomUUID(), host), message));
        }
        if (settings.alarmHook() != null) {
            heard |= delivered("the alarm hook", express.chat(settings.alarmHook(), message));
        }
        return heard;
    }

    /** Says that all is well. */
    void heartbeat() {
        if (settings.heartbeatUrl() == null) {
            return;
        }
        try {
            OutgoingHttp.Answer answer = http.call(new OutgoingHttp.Call(
                    "GET",
                    settings.heartbeatUrl(),
                    Map.of(),
                    new byte[0],
                    settings.heartbeatInside(),
                    java.time.Duration.ofSeconds(10)));
            if (answer.status() / 100 != 2) {
                LOG.warn("The heartbeat was answered with status {}.", answer.status());
            }
        } catch (OutgoingHttp.NotAnswered e) {
            LOG.warn("The heartbeat did not arrive: {}.", e.getMessage());
        }
    }

    private static boolean delivered(String whom, Delivery delivery) {
        boolean taken = delivery.outcome() == Delivery.Outcome.DELIVERED;
        if (!taken) {
            LOG.error("The self-watch cannot tell {}: {}", whom, delivery.said());
        }
        return taken;
    }
}
