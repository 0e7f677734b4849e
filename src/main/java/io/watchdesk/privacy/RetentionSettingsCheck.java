package io.watchdesk.privacy;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** A period of nothing would delete at night what was written by day. */
class RetentionSettingsCheck implements SettingCheck {

    private static final List<String> KINDS = List.of(
            "unpublished-content",
            "published-content",
            "crises",
            "signals",
            "on-call",
            "mails",
            "links",
            "news",
            "exports",
            "engine-log",
            "metrics");

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> problems = new ArrayList<>();
        for (String kind : KINDS) {
            String key = "watchdesk.retention." + kind;
            Period period = settings.value(key, Period.class);
            if (period != null && (period.isNegative() || period.isZero())) {
                problems.add(settings.problem(key, "must be at least a day, such as P180D or P3Y"));
            }
        }
        return problems;
    }
}
