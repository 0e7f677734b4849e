package io.watchdesk.platform.node;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** What a node needs of its settings and its machine, and which settings would break the work of several. */
class NodeSettingsCheck implements SettingCheck {

    private static final String URL = "spring.datasource.url";
    private static final String SPACE = "watchdesk.node.free-space";
    private static final String DIRECTORY = "watchdesk.data-directory";

    /** Parts of an H2 URL that let a second process in or take the file's shields away, and why not. */
    private static final Map<String, String> NEVER_IN_H2 = Map.of(
            "AUTO_SERVER=TRUE", "several processes need PostgreSQL",
            "FILE_LOCK=NO", "a second process would damage the file",
            "DB_CLOSE_ON_EXIT=TRUE", "the database would close before the work that still runs",
            "LOCK_MODE=0", "transactions would see each other's unfinished work",
            "ACCESS_MODE_DATA=R", "nothing could be written");

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> problems = new ArrayList<>();
        database(settings, problems);
        engine(settings, problems);
        space(settings, problems);
        return problems;
    }

    private static void database(Settings settings, List<String> problems) {
        String url = settings.value(URL, String.class);
        String upper = url == null ? "" : url.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("JDBC:H2:")) {
            return;
        }
        if (upper.startsWith("JDBC:H2:TCP:") || upper.startsWith("JDBC:H2:SSL:")) {
            problems.add(settings.problem(URL, "must be a file of this machine; several processes need PostgreSQL"));
        }
        NEVER_IN_H2.forEach((part, why) -> {
            if (List.of(upper.split(";")).contains(part)) {
                problems.add(settings.problem(URL, "must not contain ;%s, because %s".formatted(part, why)));
            }
        });
        if (upper.startsWith("JDBC:H2:FILE:") && !List.of(upper.split(";")).contains("DB_CLOSE_ON_EXIT=FALSE")) {
            problems.add(settings.problem(
                    URL,
                    "must contain ;DB_CLOSE_ON_EXIT=FALSE, or the database closes before the work that still runs"));
        }
    }

    private static void engine(Settings settings, List<String> problems) {
        refuse(settings, problems, "camunda.bpm.job-execution.enabled", "false", "must be true, or nothing happens");
        refuse(
                settings,
                problems,
                "camunda.bpm.auto-deployment-enabled",
                "true",
                "must be false: Watchdesk deploys its models itself, once for all nodes");
        refuse(
                settings,
                problems,
                "camunda.bpm.job-execution.deployment-aware",
                "false",
                "must not be set: an older node must not run the models of a newer one");
        String level = settings.value("camunda.bpm.history-level", String.class);
        if (level != null && !"full".equalsIgnoreCase(level)) {
            problems.add(settings.problem("camunda.bpm.history-level", "must be full, or decisions leave no trace"));
        }
        Integer lock = settings.value("camunda.bpm.job-execution.lock-time-in-millis", Integer.class);
        if (lock != null && lock < 5_000) {
            problems.add(settings.problem(
                    "camunda.bpm.job-execution.lock-time-in-millis",
                    "must be 5000 or more, or a step that takes its time is begun twice"));
        }
    }

    private static void refuse(Settings settings, List<String> problems, String key, String value, String mend) {
        if (value.equalsIgnoreCase(settings.value(key, String.class))) {
            problems.add(settings.problem(key, mend));
        }
    }

    private static void space(Settings settings, List<String> problems) {
        String directory = settings.value(DIRECTORY, String.class);
        DataSize wanted = settings.value(SPACE, DataSize.class);
        DataSize least = wanted == null ? DataSize.ofGigabytes(1) : wanted;
        if (directory == null || directory.isBlank()) {
            return;
        }
        try {
            Path place = Path.of(directory).toAbsolutePath().normalize();
            if (!FreeSpace.enough(place, least)) {
                problems.add(settings.problem(
                        DIRECTORY,
                        "needs %d MB of free space (%s), and %d MB are free"
                                .formatted(least.toMegabytes(), SPACE, FreeSpace.free(place) / (1024 * 1024))));
            }
        } catch (InvalidPathException | java.io.UncheckedIOException notADirectory) {
            // GroundCheck tells what a directory must be.
            return;
        }
    }
}
