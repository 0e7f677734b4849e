package io.watchdesk.notification.chat;

import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.platform.OutgoingHttp.Answer;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 企业微信: a text of at most 2,048 bytes in UTF-8; it is shown as it is and makes addresses clickable. */
@Component
class WecomFormat implements Format {

    private static final int LIMIT = 2048;
    /** 93000: no such hook; 93008, 93017: the robot is not in the room any more. */
    private static final Set<Integer> GONE = Set.of(93000, 93008, 93017);

    @Override
    public Service service() {
        return Service.WECOM;
    }

    @Override
    public Request write(Hook hook, ChatMessage message, Instant now) {
        return new Request(
                hook.secretUrl(), new WecomText("text", new Content(Letters.text(message, Letters::bytes, LIMIT))));
    }

    @Override
    public Delivery read(Answer answer) {
        return Answers.byCode(answer, "errcode", "errmsg", GONE);
    }

    record WecomText(String msgtype, Content text) {}

    record Content(String content) {}
}
