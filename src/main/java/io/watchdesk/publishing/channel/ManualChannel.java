package io.watchdesk.publishing.channel;

import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Order;
import org.springframework.stereotype.Component;

/** Platforms without an interface for us: a person posts there with the pack and brings the link back. */
@Component
class ManualChannel implements Channel {

    private static final String PERSON = "Only a person can do this on the platform.";

    @Override
    public String id() {
        return "manual";
    }

    @Override
    public boolean byPerson() {
        return true;
    }

    @Override
    public Answer publish(Order order) {
        return new Answer.NotSent(PERSON, null);
    }

    @Override
    public LookUp lookUp(Order order) {
        return new LookUp.Unclear(PERSON);
    }

    @Override
    public Answer update(Order order, String remoteId) {
        return new Answer.NotSent(PERSON, null);
    }

    @Override
    public Answer takeDown(String remoteId, String reason) {
        return new Answer.NotSent(PERSON, null);
    }
}
