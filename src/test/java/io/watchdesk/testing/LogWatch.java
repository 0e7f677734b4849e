package io.watchdesk.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Reads the complete log of every story, and what the engine keeps of failures, for the secrets of the settings and for
 * anything that opens a door: links of pages, feeds, sessions, tokens, hashes. Everybody who tells a story is its witness.
 */
final class LogWatch extends AppenderBase<ILoggingEvent> {

    private static final String NAME = "watch for secrets";
    private static final int SHORTEST = 10;

    private static final Pattern KEY = Pattern.compile("(?i).*(password|secret|token|credential|private-key).*");

    private static final Map<String, Pattern> DOORS = new TreeMap<>(Map.of(
            "a link of a page", Pattern.compile("/crisis/ack/[\\w.-]{16,}"),
            "a feed", Pattern.compile("/feeds/\\w+/[\\w-]{16,}"),
            "a session", Pattern.compile("JSESSIONID=\\w{16,}"),
            "a token of a page", Pattern.compile("XSRF-TOKEN[=: ]+\\w{16,}"),
            "a secret of a hook", Pattern.compile("whsec_[A-Za-z0-9+/=]{16,}"),
            "a hash of a password", Pattern.compile("\\{(SHA|PBKDF2)[^}]*}[A-Za-z0-9+/=$]{16,}"),
            "credentials", Pattern.compile("(?i)\\b(bearer|basic) [A-Za-z0-9+/=._-]{16,}")));

    private static final LogWatch WATCH = new LogWatch();

    private final Map<String, String> secrets = new TreeMap<>();
    private final List<String> found = new CopyOnWriteArrayList<>();

    private LogWatch() {
        setName(NAME);
    }

    /** Reads from now on; an application that starts throws readers of its log out, so each story begins with this. */
    static void begin(ConfigurableEnvironment environment) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) == null) {
            WATCH.stop();
            WATCH.setContext(context);
            WATCH.start();
            root.addAppender(WATCH);
        }
        if (WATCH.secrets.isEmpty()) {
            WATCH.learn(environment);
        }
    }

    /** Reads what the engine keeps of jobs that failed and of incidents. */
    static void read(HistoryService history) {
        for (HistoricJobLog failure :
                history.createHistoricJobLogQuery().failureLog().list()) {
            WATCH.look("the job log", failure.getJobExceptionMessage());
            WATCH.look("the job log", history.getHistoricJobLogExceptionStacktrace(failure.getId()));
        }
        for (HistoricIncident incident : history.createHistoricIncidentQuery().list()) {
            WATCH.look("an incident", incident.getIncidentMessage());
        }
    }

    /** Fails when something was told since the last time. */
    static void expectSilence() {
        List<String> told = List.copyOf(WATCH.found);
        WATCH.found.clear();
        if (!told.isEmpty()) {
            throw new AssertionError("Secrets were told: " + told);
        }
    }

    private void learn(ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                .filter(key -> key.startsWith("watchdesk.") || key.startsWith("spring."))
                .filter(key -> KEY.matcher(key).matches())
                .forEach(key -> {
                    String value = environment.getProperty(key);
                    if (value != null && value.length() >= SHORTEST) {
                        secrets.put(key, value);
                    }
                });
        secrets.put("what signs signals", SignalSender.SECRET);
        secrets.put("what signed signals", SignalSender.OLD_SECRET);
    }

    @Override
    protected void append(ILoggingEvent event) {
        look(event.getLoggerName(), event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            look(event.getLoggerName(), cause.getMessage());
            for (IThrowableProxy other : cause.getSuppressed()) {
                look(event.getLoggerName(), other.getMessage());
            }
        }
    }

    private void look(String where, String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        secrets.forEach((key, secret) -> {
            if (text.contains(secret)) {
                found.add(where + " tells " + key);
            }
        });
        DOORS.forEach((door, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(where + " tells " + door);
            }
        });
    }
}
