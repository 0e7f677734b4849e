package io.watchdesk.notification.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.platform.OutgoingHttp.Answer;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Slack: a text of at most 4,000 characters, in which only {@code & < >} mean anything once markup is off. Links are not
 * unfurled: a preview would call them up.
 */
@Component
class SlackFormat implements Format {

    private static final int LIMIT = 4000;
    private static final String TAKEN = "ok";

    @Override
    public Service service() {
        return Service.SLACK;
    }

    @Override
    public Request write(Hook hook, ChatMessage message, Instant now) {
        String text = Letters.text(message, written -> escaped(written).length(), LIMIT);
        return new Request(hook.secretUrl(), new SlackText(escaped(text), false, false, false));
    }

    @Override
    public Delivery read(Answer answer) {
        return Answers.byStatus(answer)
                .orElseGet(() -> TAKEN.equals(answer.body().strip())
                        ? Delivery.DELIVERED
                        : Delivery.failed("Its answer is not what this service answers: " + Answers.quote(answer)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    record SlackText(
            String text,
            boolean mrkdwn,
            @JsonProperty("unfurl_links") boolean unfurlLinks,
            @JsonProperty("unfurl_media") boolean unfurlMedia) {}
}
