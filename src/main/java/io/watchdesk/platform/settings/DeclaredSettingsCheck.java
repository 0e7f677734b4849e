package io.watchdesk.platform.settings;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import io.watchdesk.platform.settings.DeclaredSettings.Group;
import io.watchdesk.platform.settings.DeclaredSettings.Setting;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/**
 * Binds every declared setting by itself, where Spring Boot stops at the first that is wrong and only when something asks
 * for it; then each whole record, for what its constructor and constraints demand.
 */
class DeclaredSettingsCheck implements SettingCheck {

    @Override
    public List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            Walk walk = new Walk(new Settings(environment), validators.getValidator(), problems);
            for (Group group : DeclaredSettings.groups()) {
                walk.group(group.prefix(), group.type(), true);
            }
        }
        return problems;
    }

    private record Walk(Settings settings, Validator validator, List<String> problems) {

        void group(String prefix, Class<?> type, boolean root) {
            int before = problems.size();
            for (Setting setting : DeclaredSettings.of(type)) {
                String key = prefix + "." + setting.name();
                if (setting.list() && setting.isGroup()) {
                    elements(key, setting.type());
                } else if (setting.isGroup()) {
                    group(key, setting.type(), false);
                } else if (setting.list() && settings.isSet(key + "[0]")) {
                    for (int index = 0; index < settings.count(key); index++) {
                        single(key + "[" + index + "]", Bindable.of(setting.type()), setting);
                    }
                } else {
                    single(
                            key,
                            setting.list() ? Bindable.listOf(setting.type()) : Bindable.of(setting.type()),
                            setting);
                }
            }
            if (problems.size() == before && (root || settings.isSet(prefix))) {
                whole(prefix, type);
            }
        }

        private void elements(String key, Class<?> type) {
            for (int index = 0; index < settings.count(key); index++) {
                group(key + "[" + index + "]", type, false);
            }
        }

        private void single(String key, Bindable<?> target, Setting setting) {
            try {
                settings.bind(key, target);
            } catch (BindException wrong) {
                problems.add(settings.problem(key, Expectation.of(setting.type(), wrong)));
            }
        }

        private void whole(String prefix, Class<?> type) {
            try {
                Object bound = settings.bindOrCreate(prefix, Bindable.of(type));
                for (var violation : validator.validate(bound)) {
                    String property = DataObjectPropertyName.toDashedForm(
                            violation.getPropertyPath().toString());
                    problems.add(settings.problem(prefix + "." + property, violation.getMessage()));
                }
            } catch (BindException wrong) {
                problems.add("%s: %s"
                        .formatted(
                                prefix,
                                NestedExceptionUtils.getMostSpecificCause(wrong).getMessage()));
            }
        }
    }
}
