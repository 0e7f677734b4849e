package io.watchdesk.desk.web;

import io.watchdesk.desk.LiveTopic;
import io.watchdesk.platform.OpenWorkCount;
import org.springframework.stereotype.Component;

/** Tasks come, go and change hands. */
@Component
class PipelineNews implements LiveTopic {

    private final OpenWorkCount count;

    PipelineNews(OpenWorkCount count) {
        this.count = count;
    }

    @Override
    public String id() {
        return "pipeline";
    }

    @Override
    public String page() {
        return "pipeline";
    }

    @Override
    public String fingerprint() {
        return count.fingerprint();
    }
}
