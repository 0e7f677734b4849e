package io.watchdesk.platform.access;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.env.Environment;

/** Groups of a sign-in service or a directory can only mean groups that have rights here. */
class GroupMeaningsCheck implements SettingCheck {

    private static final String KEY = "watchdesk.sign-in.groups";

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> lines = new ArrayList<>();
        int count = settings.count(KEY);
        if (count == 0) {
            return lines;
        }
        Set<String> known = new TreeSet<>(new AccessFile().roles().keySet());
        known.add(Groups.CAMUNDA_ADMIN);
        for (int index = 0; index < count; index++) {
            String key = "%s[%d].ours".formatted(KEY, index);
            for (String group : groups(settings, key)) {
                if (!known.contains(group)) {
                    lines.add(settings.problem(
                            key + "[0]", "must be groups of Watchdesk: %s; %s is none".formatted(known, group)));
                }
            }
        }
        return lines;
    }

    private static List<String> groups(Settings settings, String key) {
        try {
            List<String> groups = settings.bind(key, Bindable.listOf(String.class));
            return groups == null ? List.of() : groups;
        } catch (BindException ofWrongType) {
            // The check of all types tells this one.
            return List.of();
        }
    }
}
