package io.watchdesk.platform.settings;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/** What the hosts and ports of {@code watchdesk.outgoing} must look like; a typing error would shut or open a way. */
class OutgoingSettingsCheck implements SettingCheck {

    private static final String HOSTS = "watchdesk.outgoing.hosts";
    private static final String PORTS = "watchdesk.outgoing.ports";
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile("(?i)(\\*\\.)?([a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> problems = new ArrayList<>();
        for (int index = 0; index < settings.count(HOSTS); index++) {
            String key = HOSTS + "[" + index + "]";
            String host = settings.value(key, String.class);
            if (host == null || !HOST.matcher(host).matches()) {
                problems.add(settings.problem(
                        key, "must be a host such as news.example.com, or *.example.com for all below it"));
            }
        }
        for (int index = 0; index < settings.count(PORTS); index++) {
            String key = PORTS + "[" + index + "]";
            Integer port = settings.value(key, Integer.class);
            if (port != null && (port < 1 || port > HIGHEST_PORT)) {
                problems.add(settings.problem(key, "must be a port from 1 to " + HIGHEST_PORT));
            }
        }
        return problems;
    }
}
