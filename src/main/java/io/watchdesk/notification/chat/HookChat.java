package io.watchdesk.notification.chat;

import io.watchdesk.notification.Chat;
import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.platform.OutgoingHttp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends to the hooks of the settings, each in the format of its service. */
@Component
class HookChat implements Chat {

    private final ChatSettings settings;
    private final Map<Service, Format> formats = new EnumMap<>(Service.class);
    private final OutgoingHttp http;
    private final Clock clock;

    HookChat(ChatSettings settings, List<Format> formats, OutgoingHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        formats.forEach(format -> this.formats.put(format.service(), format));
    }

    @Override
    public boolean knows(String hook) {
        return find(hook).isPresent();
    }

    @Override
    public Delivery send(String hook, ChatMessage message) {
        return find(hook)
                .map(known -> send(known, message))
                .orElseGet(() -> Delivery.refused("There is no chat hook \"%s\" in the settings.".formatted(hook)));
    }

    private Delivery send(Hook hook, ChatMessage message) {
        Format format = formats.get(hook.service());
        Format.Request request = format.write(hook, message, clock.instant());
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Content-Type", "application/json; charset=utf-8");
        try {
            return format.read(http.call(new OutgoingHttp.Call(
                    "POST", request.address(), headers, Json.of(request.body()), hook.inside(), settings.timeout())));
        } catch (OutgoingHttp.NotAnswered e) {
            return Delivery.failed("Hook %s: %s.".formatted(hook.id(), e.getMessage()));
        }
    }

    private Optional<Hook> find(String id) {
        return settings.hooks().stream().filter(hook -> hook.id().equals(id)).findFirst();
    }
}
