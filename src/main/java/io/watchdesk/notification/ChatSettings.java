package io.watchdesk.notification;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rooms of chat services that can be told something.
 *
 * @param timeout for one message: connecting, sending and the answer together
 */
@ConfigurationProperties("watchdesk.chat")
public record ChatSettings(
        @DefaultValue List<Hook> hooks,
        @DefaultValue("PT5S") Duration timeout) {

    /**
     * @param id small letters, digits and dashes; contacts and settings name the hook by it
     * @param service whose format it takes
     * @param secretUrl the webhook's address; whoever knows it can write there, so it is treated as a secret
     * @param signingSecret what the service gave for signing; null where it does not sign
     * @param inside whether it may stand in a private network and use plain http; needed for a server of one's own
     */
    public record Hook(
            String id,
            Service service,
            URI secretUrl,
            String signingSecret,
            @DefaultValue("false") boolean inside) {}

    /** Whose format a hook takes. */
    public enum Service {
        WECOM("qyapi.weixin.qq.com"),
        DINGTALK("oapi.dingtalk.com", "api.dingtalk.com"),
        FEISHU("open.feishu.cn", "open.larksuite.com"),
        SLACK("hooks.slack.com", "hooks.slack-gov.com"),
        /** Our own JSON, signed after Standard Webhooks, for anything else. */
        JSON;

        private final List<String> hosts;

        Service(String... hosts) {
            this.hosts = List.of(hosts);
        }

        /** The hosts that belong to the service; empty when any may. */
        public List<String> hosts() {
            return hosts;
        }
    }
}
