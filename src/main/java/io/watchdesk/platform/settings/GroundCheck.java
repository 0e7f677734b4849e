package io.watchdesk.platform.settings;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import io.watchdesk.platform.ThisMachine;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.springframework.core.env.Environment;

/** What the whole application stands on: time zone, rights, durable commits, the way to the database, addresses. */
class GroundCheck implements SettingCheck {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]+]?");
    private static final int HIGHEST_PORT = 65_535;
    /** Only these check who answers, or say openly that nobody does. */
    private static final Set<String> GUARDED_WAYS = Set.of("verify-full", "verify-ca", "disable");

    @Override
    public List<String> problems(Environment environment) {
        Findings findings = new Findings(environment, new ArrayList<>());
        timeZone(findings);
        authorizations(findings);
        database(findings);
        baseUrl(findings);
        mailServer(findings);
        return findings.lines();
    }

    private static void timeZone(Findings findings) {
        if (!TimeZone.getDefault().toZoneId().getRules().equals(ZoneOffset.UTC.getRules())) {
            findings.lines()
                    .add("user.timezone = \"%s\": it must be UTC, because stored times must not depend on the machine. "
                                    .formatted(TimeZone.getDefault().getID())
                            + "Start with -Duser.timezone=UTC.");
        }
    }

    private static void authorizations(Findings findings) {
        if (!"true".equalsIgnoreCase(findings.value("camunda.bpm.authorization.enabled"))) {
            findings.add(
                    "camunda.bpm.authorization.enabled",
                    "must be true, or everybody who can sign in may do everything");
        }
    }

    private static void database(Findings findings) {
        String key = "spring.datasource.url";
        String url = findings.value(key);
        String upper = url == null ? "" : url.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("JDBC:H2:") && !upper.startsWith("JDBC:POSTGRESQL:")) {
            findings.add(key, "must start with jdbc:h2: or jdbc:postgresql:");
        } else if (upper.startsWith("JDBC:H2:") && !upper.startsWith("JDBC:H2:MEM:")) {
            if (!List.of(upper.split(";")).contains("WRITE_DELAY=0")) {
                findings.add(key, "must contain ;WRITE_DELAY=0, or a crash loses work that was already confirmed");
            }
            if (!List.of(upper.split(";")).contains("OPTIMIZE_REUSE_RESULTS=FALSE")) {
                findings.add(
                        key, "must contain ;OPTIMIZE_REUSE_RESULTS=FALSE, or H2 may answer from before another commit");
            }
            dataDirectory(findings);
        } else if (upper.startsWith("JDBC:POSTGRESQL:")) {
            wayToPostgres(findings, key, url);
        }
    }

    /** The driver's other ways encrypt when they can or believe any server, so that nobody would notice a listener. */
    private static void wayToPostgres(Findings findings, String key, String url) {
        Properties way = Driver.parseURL(url, new Properties());
        if (way == null) {
            findings.add(key, "must be an address such as jdbc:postgresql://db.example.com:5432/watchdesk");
        } else if (!GUARDED_WAYS.contains(String.valueOf(
                        way.getProperty("sslmode") == null
                                ? findings.value("spring.datasource.hikari.data-source-properties.sslmode")
                                : way.getProperty("sslmode")))
                && !Arrays.stream(way.getProperty("PGHOST", "").split(",")).allMatch(ThisMachine::is)) {
            findings.add(
                    key,
                    "must say how the way to another machine is guarded: add sslmode=verify-full and sslrootcert, or"
                            + " sslmode=disable where the network is yours alone");
        }
    }

    private static void dataDirectory(Findings findings) {
        String key = "watchdesk.data-directory";
        String value = findings.value(key);
        try {
            Path place = value == null || value.isBlank()
                    ? null
                    : Path.of(value).toAbsolutePath().normalize();
            while (place != null && !Files.exists(place)) {
                place = place.getParent();
            }
            if (place == null || !Files.isDirectory(place) || !Files.isWritable(place)) {
                findings.add(key, "must be a directory that this user can write to");
            }
        } catch (InvalidPathException notAPath) {
            findings.add(key, "must be a directory");
        }
    }

    private static void baseUrl(Findings findings) {
        String key = "watchdesk.base-url";
        String value = findings.value(key);
        try {
            URI address = value == null ? null : new URI(value);
            if (address == null
                    || address.getHost() == null
                    || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    || address.getUserInfo() != null
                    || address.getQuery() != null
                    || address.getFragment() != null) {
                findings.add(key, "must be the address people open, such as https://watchdesk.example.com");
            }
        } catch (URISyntaxException notAnAddress) {
            findings.add(key, "must be the address people open, such as https://watchdesk.example.com");
        }
    }

    private static void mailServer(Findings findings) {
        String host = findings.value("spring.mail.host");
        if (host != null && !host.isEmpty() && !HOST.matcher(host).matches()) {
            findings.add("spring.mail.host", "must be the name of a mail server such as mail.example.com");
        }
        port(findings, "spring.mail.port", 1);
        port(findings, "server.port", 0);
    }

    private static void port(Findings findings, String key, int lowest) {
        String value = findings.value(key);
        if (value == null || value.isEmpty()) {
            return;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port < lowest || port > HIGHEST_PORT) {
                findings.add(key, "must be a port from 1 to " + HIGHEST_PORT);
            }
        } catch (NumberFormatException notANumber) {
            findings.add(key, "must be a port from 1 to " + HIGHEST_PORT);
        }
    }

    private record Findings(Environment environment, List<String> lines) {

        void add(String key, String mend) {
            if (lines.stream().noneMatch(line -> line.startsWith(key + " "))) {
                lines.add(new Settings(environment).problem(key, mend));
            }
        }

        /** The value, or null also where a placeholder leads nowhere, which is a problem of its own. */
        String value(String key) {
            try {
                return environment.getProperty(key);
            } catch (IllegalArgumentException unresolved) {
                add(key, "refers to something that is not set");
                return null;
            }
        }
    }
}
