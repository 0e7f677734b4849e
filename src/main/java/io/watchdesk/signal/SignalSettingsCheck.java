package io.watchdesk.signal;

import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** What the sources of signals must be beyond the types of their settings. */
class SignalSettingsCheck implements SettingCheck {

    private static final String ROOT = "watchdesk.signals.";
    private static final List<String> WAYS = List.of("webhook", "alertmanager", "mailbox", "feed");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;
    private static final int SHORTEST_TOKEN = 16;
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(1);

    @Override
    public List<String> problems(Environment environment) {
        Look look = new Look(new Settings(environment), new ArrayList<>());
        look.number(ROOT + "quota");
        for (String span : List.of("quota-window", "flood-window", "tolerance", "sweep-every", "unreachable-after")) {
            look.atLeast(ROOT + span, SHORTEST_PAUSE);
        }
        spike(look);
        DataSize body = look.settings().value(ROOT + "body-limit", DataSize.class);
        if (body != null && (body.toBytes() < 1 || body.compareTo(LARGEST_BODY) > 0)) {
            look.add(ROOT + "body-limit", "must be more than nothing and at most 1MB");
        }
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < look.settings().count(ROOT + "sources"); index++) {
            source(look, ROOT + "sources[" + index + "].", ids);
        }
        return look.lines();
    }

    private static void spike(Look look) {
        look.atLeast(ROOT + "spike.window", SHORTEST_PAUSE);
        look.atLeast(ROOT + "spike.baseline", SHORTEST_PAUSE);
        Double least = look.settings().value(ROOT + "spike.usual-at-least", Double.class);
        if (least != null && !(least > 0)) {
            look.add(ROOT + "spike.usual-at-least", "must be more than 0");
        }
    }

    private static void source(Look look, String source, Set<String> ids) {
        String id = look.text(source + "id");
        if (id == null || id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            look.add(source + "id", "must be small letters, digits and single dashes, at most " + LONGEST_ID);
        } else if (id.equals(Reports.SOURCE)) {
            look.add(source + "id", "must not be \"" + id + "\", which is what people of the house report");
        } else if (!ids.add(id)) {
            look.add(source + "id", "must differ from the id of every other source");
        }
        String account = look.text(source + "account");
        if (account != null && !look.accounts().contains(account)) {
            look.add(source + "account", "must be the id of one of watchdesk.accounts");
        }
        look.number(source + "quota");
        List<String> ways =
                WAYS.stream().filter(way -> look.settings().isSet(source + way)).toList();
        if (ways.size() != 1) {
            look.lines()
                    .add("%s: it must have exactly one of %s; it has %s."
                            .formatted(
                                    source.substring(0, source.length() - 1),
                                    String.join(", ", WAYS),
                                    ways.isEmpty() ? "none" : String.join(" and ", ways)));
            return;
        }
        String way = source + ways.get(0) + ".";
        switch (ways.get(0)) {
            case "webhook" -> webhook(look, way);
            case "alertmanager" -> alertmanager(look, way);
            case "mailbox" -> mailbox(look, way);
            default -> feed(look, way);
        }
    }

    private static void webhook(Look look, String way) {
        if (!look.settings().isSet(way + "secrets")) {
            look.add(way + "secrets", "must be a list of at least one secret, " + WebhookSecret.FORM);
        }
        look.each(way + "secrets", (key, secret) -> {
            if (WebhookSecret.key(secret).isEmpty()) {
                look.add(key, "must be " + WebhookSecret.FORM);
            }
        });
    }

    private static void alertmanager(Look look, String way) {
        boolean tokens = look.settings().isSet(way + "tokens");
        boolean user = look.text(way + "user") != null;
        boolean passwords = look.settings().isSet(way + "passwords");
        if (!tokens && !user && !passwords) {
            look.add(way + "tokens", "must be a list of at least one token, unless user and passwords are given");
        }
        if (user != passwords) {
            look.add(way + (user ? "passwords" : "user"), "must be given together with user and passwords");
        }
        for (String list : List.of("tokens", "passwords")) {
            look.each(way + list, (key, value) -> {
                if (value == null || value.length() < SHORTEST_TOKEN) {
                    look.add(key, "must have at least %d characters".formatted(SHORTEST_TOKEN));
                }
            });
        }
    }

    private static void mailbox(Look look, String way) {
        for (String needed : List.of("host", "user", "password")) {
            if (look.text(way + needed) == null) {
                look.add(way + needed, "must not be empty");
            }
        }
        Integer port = look.settings().value(way + "port", Integer.class);
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            look.add(way + "port", "must be a port from 1 to " + HIGHEST_PORT);
        }
        look.atLeast(way + "every", SHORTEST_PAUSE);
    }

    private static void feed(Look look, String way) {
        URI url = look.settings().value(way + "url", URI.class);
        boolean web = url != null
                && url.getHost() != null
                && url.getUserInfo() == null
                && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        boolean inside = Boolean.TRUE.equals(look.settings().value(way + "private-network", Boolean.class));
        if (!web) {
            look.add(way + "url", "must be an address such as https://news.example.com/feed.xml");
        } else {
            OutgoingSettings.of(look.settings())
                    .problem(url, inside)
                    .ifPresent(problem -> look.add(way + "url", "is not called up: " + problem));
        }
        if (!look.settings().isSet(way + "keywords")) {
            look.add(way + "keywords", "must be a list of at least one word");
        }
        look.each(way + "keywords", (key, word) -> {
            if (word == null || CleanText.line(word, LONGEST_ID).isEmpty()) {
                look.add(key, "must not be empty");
            }
        });
        look.atLeast(way + "every", SHORTEST_PAUSE);
        look.atLeast(way + "max-age", SHORTEST_PAUSE);
    }

    private record Look(Settings settings, List<String> lines) {

        void add(String key, String mend) {
            lines.add(settings.problem(key, mend));
        }

        String text(String key) {
            String value = settings.value(key, String.class);
            return value == null || value.isBlank() ? null : value;
        }

        void number(String key) {
            Integer value = settings.value(key, Integer.class);
            if (value != null && value < 1) {
                add(key, "must be 1 or more");
            }
        }

        void atLeast(String key, Duration least) {
            Duration value = settings.value(key, Duration.class);
            if (value != null && value.compareTo(least) < 0) {
                add(key, "must be at least 1s");
            }
        }

        void each(String list, java.util.function.BiConsumer<String, String> check) {
            IntStream.range(0, settings.count(list))
                    .mapToObj(index -> list + "[" + index + "]")
                    .forEach(key -> check.accept(key, settings.value(key, String.class)));
        }

        Set<String> accounts() {
            Set<String> ids = new HashSet<>();
            each("watchdesk.accounts", (key, none) -> ids.add(settings.value(key + ".id", String.class)));
            return ids;
        }
    }
}
