package io.watchdesk.desk.web;

import io.watchdesk.desk.LiveTopic;
import io.watchdesk.publishing.PublicationChanges;
import org.springframework.stereotype.Component;

/** Publications are planned, moved, sent, held. */
@Component
class CalendarNews implements LiveTopic {

    private final PublicationChanges changes;

    CalendarNews(PublicationChanges changes) {
        this.changes = changes;
    }

    @Override
    public String id() {
        return "calendar";
    }

    @Override
    public String page() {
        return "calendar";
    }

    @Override
    public String fingerprint() {
        return changes.fingerprint();
    }
}
