package io.watchdesk.escalation;

import io.watchdesk.platform.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says loudly at every start when the person who is the last resort of every ladder has no account. */
@Component
class FallbackPersonCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FallbackPersonCheck.class);

    private final People people;
    private final EscalationSettings settings;

    FallbackPersonCheck(People people, EscalationSettings settings) {
        this.people = people;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        if (people.find(settings.fallbackPerson()).isEmpty()) {
            LOG.error(
                    "watchdesk.crisis.fallback-person is \"{}\", and nobody with this id can sign in: the end of a ladder"
                            + " would reach nobody. Make the account, or name another person.",
                    settings.fallbackPerson());
        }
    }
}
