package io.watchdesk.platform.settings;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import io.watchdesk.platform.ThisMachine;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Settings that would open what is shut by default. */
class ExposureCheck implements SettingCheck {

    private static final Map<String, String> NEVER_TRUE = Map.of(
            "spring.h2.console.enabled", "must be false: the console runs any SQL",
            "camunda.bpm.webapp.header-security.content-security-policy-disabled", "must be false",
            "camunda.bpm.webapp.header-security.content-type-options-disabled", "must be false",
            "camunda.bpm.webapp.header-security.xss-protection-disabled", "must be false",
            "server.error.include-exception", "must be false: errors tell nothing of the inside");

    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    private static final List<String> TELLING =
            List.of("server.error.include-stacktrace", "server.error.include-message");

    /** Settings of the engine that the guards stand on, in the spelling without dashes. */
    private static final Set<String> GUARDED = Set.of(
            "enableexpressionsinadhocqueries",
            "enableexpressionsinstoredqueries",
            "deserializationtypevalidationenabled",
            "deserializationtypevalidator",
            "deserializationallowedpackages",
            "deserializationallowedclasses",
            "javaserializationformatenabled",
            "querymaxresultslimit",
            "authorizationenabled",
            "enablexxeprocessing",
            "enablepasswordpolicy",
            "groupresourcewhitelistpattern",
            "userresourcewhitelistpattern",
            "generalresourcewhitelistpattern",
            "defaultuserpermissionnamefortask",
            "restrictuseroperationlogtoauthenticatedusers",
            "enforcehistorytimetolive",
            "historytimetolive",
            "historyremovaltimestrategy",
            "historycleanupstrategy",
            "historycleanupenabled",
            "historycleanupbatchwindowstarttime",
            "historycleanupbatchwindowendtime",
            "jobexecutordeploymentaware",
            "deploymentlockused",
            "databaseschemaupdate");

    @Override
    public List<String> problems(Environment environment) {
        List<String> lines = new ArrayList<>();
        Settings settings = new Settings(environment);
        NEVER_TRUE.forEach((key, mend) -> {
            if ("true".equalsIgnoreCase(settings.value(key, String.class))) {
                lines.add(settings.problem(key, mend));
            }
        });
        for (String key : TELLING) {
            if (!"never".equalsIgnoreCase(settings.value(key, String.class))) {
                lines.add(settings.problem(key, "must be never: errors tell nothing of the inside"));
            }
        }
        cookies(settings, lines);
        sessions(settings, lines);
        plain(settings, lines);
        demo(environment, settings, lines);
        engine(settings, lines);
        mail(settings, lines);
        return lines;
    }

    private static void cookies(Settings settings, List<String> lines) {
        String key = "server.servlet.session.cookie.http-only";
        if ("false".equalsIgnoreCase(settings.value(key, String.class))) {
            lines.add(settings.problem(key, "must be true, or a script could take a session"));
        }
        String address = settings.value("watchdesk.base-url", String.class);
        if (address != null && address.startsWith("https:")) {
            for (String secure : List.of(
                    "server.servlet.session.cookie.secure",
                    "camunda.bpm.webapp.session-cookie.enable-secure-cookie",
                    "camunda.bpm.webapp.csrf.enable-secure-cookie")) {
                if ("false".equalsIgnoreCase(settings.value(secure, String.class))) {
                    lines.add(settings.problem(secure, "must be true where people come over https"));
                }
            }
        }
    }

    /** A session that never ends is somebody else's one day. */
    private static void sessions(Settings settings, List<String> lines) {
        for (String key : List.of("watchdesk.sign-in.session-total", "server.servlet.session.timeout")) {
            Duration set = settings.value(key, Duration.class);
            if (set != null && (set.compareTo(Duration.ZERO) <= 0 || set.compareTo(LONGEST_SESSION) > 0)) {
                lines.add(settings.problem(key, "must be more than 0 and at most 24 hours"));
            }
        }
    }

    /** Passwords and sessions would travel in the clear. */
    private static void plain(Settings settings, List<String> lines) {
        String key = "watchdesk.base-url";
        try {
            URI address = URI.create(String.valueOf(settings.value(key, String.class)));
            if ("http".equals(address.getScheme()) && address.getHost() != null && !ThisMachine.is(address.getHost())) {
                lines.add(settings.problem(
                        key,
                        "must begin with https:// where people come from other machines; a proxy in front gives that"));
            }
        } catch (IllegalArgumentException toldElsewhere) {
            // GroundCheck tells what an address looks like.
            return;
        }
    }

    private static void demo(Environment environment, Settings settings, List<String> lines) {
        String key = "watchdesk.base-url";
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        String listens = "server.address";
        if (!ThisMachine.is(String.valueOf(settings.value(listens, String.class)))) {
            lines.add(settings.problem(
                    listens, "must be 127.0.0.1 in the profile demo, whose passwords everybody knows"));
        }
        try {
            String host = URI.create(String.valueOf(settings.value(key, String.class)))
                    .getHost();
            if (host != null && !ThisMachine.is(host)) {
                lines.add(settings.problem(
                        key, "must be localhost in the profile demo, whose passwords everybody knows"));
            }
        } catch (IllegalArgumentException toldElsewhere) {
            // GroundCheck tells what an address looks like.
            return;
        }
    }

    @SuppressWarnings("unchecked")
    private static void engine(Settings settings, List<String> lines) {
        String group = "camunda.bpm.generic-properties.properties";
        Map<String, Object> given = settings.value(group, Map.class);
        if (given != null) {
            given.keySet().stream()
                    .filter(name -> GUARDED.contains(name.replace("-", "").toLowerCase(Locale.ROOT)))
                    .sorted()
                    .forEach(name ->
                            lines.add("%s.%s is set: it must not be, because the guards stand on Watchdesk's own value."
                                    .formatted(group, name)));
        }
    }

    private static void mail(Settings settings, List<String> lines) {
        String password = settings.value("spring.mail.password", String.class);
        String protocol = settings.value("spring.mail.protocol", String.class);
        boolean safe = "smtps".equals(protocol)
                || isTrue(settings, "spring.mail.properties.mail.smtp.starttls.required")
                || isTrue(settings, "spring.mail.properties.mail.smtp.ssl.enable");
        if (password != null && !password.isEmpty() && !safe) {
            lines.add(settings.problem(
                    "spring.mail.properties.mail.smtp.starttls.required",
                    "must be true where there is a password for the mail server, or it travels in the clear"));
        }
    }

    private static boolean isTrue(Settings settings, String key) {
        return "true".equalsIgnoreCase(settings.value(key, String.class));
    }
}
