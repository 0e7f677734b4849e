package io.watchdesk.notification.chat;

import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.platform.OutgoingHttp.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 钉钉: a text; the whole request may have 20,000 bytes. With a secret the address carries the time in milliseconds and the
 * signature of time and secret, valid for an hour.
 */
@Component
class DingtalkFormat implements Format {

    private static final int LIMIT = 20_000;
    /** 300001, 300005: no such token; 400013: the room was dissolved; 400102: the robot was stopped. */
    private static final Set<Integer> GONE = Set.of(300001, 300005, 400013, 400102);

    @Override
    public Service service() {
        return Service.DINGTALK;
    }

    @Override
    public Request write(Hook hook, ChatMessage message, Instant now) {
        DingtalkText body = Letters.fitted(message, DingtalkText::of, Json::bytes, LIMIT);
        return new Request(signed(hook, now), body);
    }

    @Override
    public Delivery read(Answer answer) {
        return Answers.byCode(answer, "errcode", "errmsg", GONE);
    }

    private static URI signed(Hook hook, Instant now) {
        if (hook.signingSecret() == null) {
            return hook.secretUrl();
        }
        String time = String.valueOf(now.toEpochMilli());
        String signature = Signatures.base64(Signatures.utf8(hook.signingSecret()), time + "\n" + hook.signingSecret());
        String address = hook.secretUrl().toString();
        return URI.create(address + (address.indexOf('?') < 0 ? '?' : '&') + "timestamp=" + time + "&sign="
                + URLEncoder.encode(signature, StandardCharsets.UTF_8));
    }

    /** @param at nobody is called by name, whatever the text says */
    record DingtalkText(String msgtype, Content text, At at) {

        static DingtalkText of(Letters.Parts parts) {
            return new DingtalkText("text", new Content(parts.text()), new At(false));
        }
    }

    record Content(String content) {}

    record At(boolean isAtAll) {}
}
