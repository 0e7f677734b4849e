package io.watchdesk.oncall;

import io.watchdesk.platform.Refused;
import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.env.Environment;

/** What rotas must be beyond the types of their settings. */
class OnCallSettingsCheck implements SettingCheck {

    private static final String ROTAS = "watchdesk.oncall.rotas";

    @Override
    public List<String> problems(Environment environment) {
        Settings settings = new Settings(environment);
        List<String> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        RotaRules rules = new RotaRules();
        for (int index = 0; index < settings.count(ROTAS); index++) {
            String key = "%s[%d]".formatted(ROTAS, index);
            try {
                OnCallSettings.Entry entry = settings.bind(key, Bindable.of(OnCallSettings.Entry.class));
                if (entry != null) {
                    rules.check(entry.rota());
                    if (!ids.add(entry.id())) {
                        lines.add(settings.problem(key + ".id", "must differ from the id of every other rota"));
                    }
                }
            } catch (Refused wrong) {
                lines.add(settings.problem(
                        key + ".id", "is no rota yet. " + wrong.getMessage().replaceAll("\\.$", "")));
            } catch (BindException ofWrongType) {
                // The check of all types tells this one.
            }
        }
        return lines;
    }
}
