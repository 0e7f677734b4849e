package io.watchdesk.platform.settings;

import io.watchdesk.platform.SettingCheck;
import io.watchdesk.platform.Settings;
import io.watchdesk.platform.settings.DeclaredSettings.Group;
import io.watchdesk.platform.settings.DeclaredSettings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.lang3.StringUtils;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds keys below {@code watchdesk} that nobody reads, usually misspelt ones. Known are the settings that our records
 * declare and those with a default in the packaged {@code application.yaml}.
 */
class UnknownSettingsCheck implements SettingCheck {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("watchdesk");
    private static final ConfigurationPropertyName OF_TESTS = ConfigurationPropertyName.of("watchdesk.test");
    private static final int CLOSE = 4;

    @Override
    public List<String> problems(Environment environment) {
        Known known = new Known(new TreeMap<>(), new TreeSet<>());
        for (Group group : DeclaredSettings.groups()) {
            known.add(group.prefix(), group.type());
        }
        List<ConfigurationPropertyName> asked = new ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            // A platform puts its own variables into the environment: WATCHDESK_SERVICE_HOST is Kubernetes, no mistake.
            if (source instanceof IterableConfigurationPropertySource listed
                    && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
                listed.stream()
                        .filter(name -> OURS.isAncestorOf(name) && !OF_TESTS.isAncestorOf(name))
                        .forEach(isPackaged(source) ? known::add : asked::add);
            }
        }
        return asked.stream()
                .distinct()
                .filter(name -> !known.contains(name))
                .map(name -> new Settings(environment).problem(name.toString(), "is not known" + known.similarTo(name)))
                .toList();
    }

    private static boolean isPackaged(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> file
                && file.getName().contains("class path resource [application.yaml]");
    }

    private static String shape(ConfigurationPropertyName name) {
        StringBuilder shape = new StringBuilder();
        for (int element = 0; element < name.getNumberOfElements(); element++) {
            shape.append(element == 0 ? "" : ".")
                    .append(name.isNumericIndex(element) ? "0" : name.getElement(element, Form.UNIFORM));
        }
        return shape.toString();
    }

    /**
     * @param keys the readable key for each shape; a shape has no dashes and no list indexes
     * @param open shapes below which anything may stand
     */
    private record Known(TreeMap<String, String> keys, Set<String> open) {

        void add(ConfigurationPropertyName name) {
            keys.put(shape(name), name.toString());
        }

        void add(String prefix, Class<?> type) {
            if (!type.isRecord()) {
                open.add(shape(ConfigurationPropertyName.of(prefix)));
            }
            for (Setting setting : DeclaredSettings.of(type)) {
                String key = prefix + "." + setting.name();
                add(ConfigurationPropertyName.of(key));
                String element = setting.list() ? key + "[0]" : key;
                if (setting.isGroup()) {
                    add(element, setting.type());
                } else {
                    add(ConfigurationPropertyName.of(element));
                }
                if (setting.open()) {
                    open.add(shape(ConfigurationPropertyName.of(key)));
                }
            }
        }

        boolean contains(ConfigurationPropertyName name) {
            String shape = shape(name);
            return keys.containsKey(shape) || open.stream().anyMatch(prefix -> shape.startsWith(prefix + "."));
        }

        String similarTo(ConfigurationPropertyName name) {
            String shape = shape(name);
            return keys.keySet().stream()
                    .filter(key -> distance(key, shape) <= CLOSE)
                    .min(java.util.Comparator.comparing(key -> distance(key, shape)))
                    .map(key -> "; perhaps " + keys.get(key) + " is meant")
                    .orElse("");
        }

        /** Its successor would be another library for this one line. */
        @SuppressWarnings("deprecation")
        private static int distance(String key, String shape) {
            return StringUtils.getLevenshteinDistance(key, shape);
        }
    }
}
