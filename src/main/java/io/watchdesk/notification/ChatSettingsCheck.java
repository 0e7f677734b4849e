package io.watchdesk.notification;

import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/** What chat hooks must be beyond the types of their settings. */
class ChatSettingsCheck implements SettingCheck {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;
    private static final String ENCODED = "whsec_";
    private static final Pattern ENCODED_KEY =
            Pattern.compile(ENCODED + "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(15);

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> problems = new ArrayList<>();
        Duration timeout = settings.value("watchdesk.chat.timeout", Duration.class);
        if (timeout != null && (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0)) {
            problems.add(settings.problem(
                    "watchdesk.chat.timeout", "must be longer than nothing and at most " + LONGEST_TIMEOUT));
        }
        Set<String> ids = new HashSet<>();
        int hooks = settings.count("watchdesk.chat.hooks");
        for (int index = 0; index < hooks; index++) {
            hook(settings, "watchdesk.chat.hooks[" + index + "].", ids, problems);
        }
        return problems;
    }

    private static void hook(Settings settings, String hook, Set<String> ids, List<String> problems) {
        String id = settings.value(hook + "id", String.class);
        if (id == null || id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            problems.add(settings.problem(
                    hook + "id", "must be small letters, digits and single dashes, at most " + LONGEST_ID));
        } else if (!ids.add(id)) {
            problems.add(settings.problem(hook + "id", "must differ from the id of every other hook"));
        }
        Service service = settings.value(hook + "service", Service.class);
        if (service == null && !settings.isSet(hook + "service")) {
            problems.add(settings.problem(hook + "service", "must be wecom, dingtalk, feishu, slack or json"));
        }
        boolean inside = Boolean.TRUE.equals(settings.value(hook + "inside", Boolean.class));
        URI address = settings.value(hook + "secret-url", URI.class);
        if (address == null || !address.isAbsolute() || address.getHost() == null || address.getUserInfo() != null) {
            problems.add(settings.problem(
                    hook + "secret-url", "must be the complete address that the service gave for its webhook"));
        } else if (!inside) {
            outside(settings, hook, service, address, problems);
        } else if (!address.getScheme().matches("(?i)https?")) {
            problems.add(settings.problem(hook + "secret-url", "must begin with https:// or http://"));
        }
        String secret = settings.value(hook + "signing-secret", String.class);
        if (service == Service.JSON && (secret == null || secret.isBlank())) {
            problems.add(settings.problem(
                    hook + "signing-secret", "must be set, so that the other side can tell who is speaking"));
        } else if (secret != null
                && secret.startsWith(ENCODED)
                && !ENCODED_KEY.matcher(secret).matches()) {
            problems.add(settings.problem(hook + "signing-secret", "must go on in Base64 after " + ENCODED));
        }
    }

    private static void outside(Settings settings, String hook, Service service, URI address, List<String> problems) {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            problems.add(settings.problem(
                    hook + "secret-url", "must begin with https:// (only inside: true allows http://)"));
        } else {
            OutgoingSettings.of(settings)
                    .problem(address, false)
                    .ifPresent(problem ->
                            problems.add(settings.problem(hook + "secret-url", "is not called up: " + problem)));
        }
        if (service != null
                && !service.hosts().isEmpty()
                && !service.hosts().contains(address.getHost().toLowerCase(Locale.ROOT))) {
            problems.add(settings.problem(
                    hook + "secret-url",
                    "must lead to %s (only inside: true allows a server of your own)"
                            .formatted(String.join(" or ", service.hosts()))));
        }
    }
}
