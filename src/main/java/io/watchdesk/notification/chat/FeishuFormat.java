package io.watchdesk.notification.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.notification.Link;
import io.watchdesk.platform.OutgoingHttp.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 飞书: a post of plain paragraphs, because its simple text obeys tags such as {@code <at>}; the whole request may have 20
 * KiB. The signature signs nothing with the time in seconds and the secret as key, valid for an hour.
 */
@Component
class FeishuFormat implements Format {

    private static final int LIMIT = 20 * 1024;
    /** 19001: no such hook. */
    private static final Set<Integer> GONE = Set.of(19001);

    @Override
    public Service service() {
        return Service.FEISHU;
    }

    @Override
    public Request write(Hook hook, ChatMessage message, Instant now) {
        String time = hook.signingSecret() == null ? null : String.valueOf(now.getEpochSecond());
        String signature =
                time == null ? null : Signatures.base64(Signatures.utf8(time + "\n" + hook.signingSecret()), "");
        FeishuPost body = Letters.fitted(message, parts -> FeishuPost.of(parts, time, signature), Json::bytes, LIMIT);
        return new Request(hook.secretUrl(), body);
    }

    @Override
    public Delivery read(Answer answer) {
        // Older hooks answer {"StatusCode":0,"StatusMessage":"success"}.
        return Answers.has(answer, "StatusCode") && !Answers.has(answer, "code")
                ? Answers.byCode(answer, "StatusCode", "StatusMessage", GONE)
                : Answers.byCode(answer, "code", "msg", GONE);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeishuPost(
            String timestamp,
            String sign,
            @JsonProperty("msg_type") String type,
            Content content) {

        static FeishuPost of(Letters.Parts parts, String timestamp, String sign) {
            List<List<Tag>> paragraphs = new ArrayList<>();
            parts.lines().lines().forEach(line -> paragraphs.add(List.of(new Tag("text", line, null))));
            for (Link link : parts.links()) {
                paragraphs.add(List.of(new Tag("a", link.label(), link.address())));
            }
            return new FeishuPost(timestamp, sign, "post", new Content(new Post(new Body(parts.title(), paragraphs))));
        }
    }

    record Content(Post post) {}

    record Post(@JsonProperty("zh_cn") Body chinese) {}

    record Body(String title, List<List<Tag>> content) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tag(String tag, String text, String href) {}
}
