package io.watchdesk.escalation.selfwatch;

import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/** What the self-watch needs beyond the types of its settings. */
class SelfWatchSettingsCheck implements SettingCheck {

    private static final String HOOK = "watchdesk.self-watch.alarm-hook";
    private static final String HEARTBEAT = "watchdesk.self-watch.heartbeat-url";

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> problems = new ArrayList<>();
        String hook = settings.value(HOOK, String.class);
        if (hook != null && !hook.isBlank() && !hooks(settings).contains(hook)) {
            problems.add(settings.problem(HOOK, "must be the id of one of watchdesk.chat.hooks"));
        }
        URI heartbeat = settings.value(HEARTBEAT, URI.class);
        boolean inside = Boolean.TRUE.equals(settings.value("watchdesk.self-watch.heartbeat-inside", Boolean.class));
        if (heartbeat != null
                && (heartbeat.getHost() == null
                        || !String.valueOf(heartbeat.getScheme()).matches(inside ? "(?i)https?" : "(?i)https"))) {
            problems.add(settings.problem(
                    HEARTBEAT,
                    "must be an https:// address (http:// only with watchdesk.self-watch.heartbeat-inside: true)"));
        } else if (heartbeat != null) {
            OutgoingSettings.of(settings)
                    .problem(heartbeat, inside)
                    .ifPresent(problem -> problems.add(settings.problem(HEARTBEAT, "is not called up: " + problem)));
        }
        return problems;
    }

    private static Set<String> hooks(Settings settings) {
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < settings.count("watchdesk.chat.hooks"); index++) {
            ids.add(settings.value("watchdesk.chat.hooks[" + index + "].id", String.class));
        }
        return ids;
    }
}
