package io.watchdesk.desk.web;

import io.watchdesk.desk.LiveTopic;
import io.watchdesk.work.LongWork;
import org.springframework.stereotype.Component;

/** Long work begins, gets on, stops and ends. */
@Component
class WorkNews implements LiveTopic {

    private final LongWork work;

    WorkNews(LongWork work) {
        this.work = work;
    }

    @Override
    public String id() {
        return "work";
    }

    @Override
    public String page() {
        return "work";
    }

    @Override
    public String fingerprint() {
        return work.fingerprint();
    }
}
