package io.watchdesk.platform;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * The settings as Spring Boot will read them, for those who check them first: other spellings of a key are found, and a
 * list is read only from the first place that mentions it. Keys are canonical, for example
 * {@code watchdesk.accounts[0].work-from}.
 */
public final class Settings {

    private static final Pattern LIST = Pattern.compile("^(.*?)\\[\\d+]");

    private final Environment environment;
    private final List<ConfigurationPropertySource> sources;

    public Settings(Environment environment) {
        this.environment = environment;
        this.sources = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .toList();
    }

    /** The value, or null where it is missing or of the wrong type, which the check of all types tells. */
    public <T> T value(String key, Class<T> type) {
        try {
            return bind(key, Bindable.of(type));
        } catch (BindException ofWrongType) {
            return null;
        }
    }

    /**
     * The value, or null where it is missing.
     *
     * @throws BindException if it is of the wrong type
     */
    public <T> T bind(String key, Bindable<T> target) {
        return binder(key).bind(key, target).orElse(null);
    }

    /** The value, made from defaults where it is missing. */
    public <T> T bindOrCreate(String key, Bindable<T> target) {
        return binder(key).bindOrCreate(key, target);
    }

    /** How many elements a list has. */
    public int count(String list) {
        int count = 0;
        while (isSet(list + "[" + count + "]")) {
            count++;
        }
        return count;
    }

    /** Whether this key or any below it has a value. */
    public boolean isSet(String key) {
        return sourcesOf(key).stream().anyMatch(source -> mentions(source, ConfigurationPropertyName.of(key)));
    }

    /**
     * A line about a setting: key, value, where it stands, how to mend it.
     *
     * @param mend what it must be, as the rest of a sentence: "must be a time zone such as Asia/Shanghai"
     */
    public String problem(String key, String mend) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(key);
        for (ConfigurationPropertySource source : sourcesOf(key)) {
            ConfigurationProperty found = source.getConfigurationProperty(name);
            if (found != null) {
                Origin origin = Origin.from(found);
                return "%s = %s%s: it %s."
                        .formatted(key, shown(key, found.getValue()), origin == null ? "" : " (" + origin + ")", mend);
            }
        }
        return "%s is not set: it %s.".formatted(key, mend);
    }

    private Binder binder(String key) {
        return new Binder(sourcesOf(key), new PropertySourcesPlaceholdersResolver(environment));
    }

    private List<ConfigurationPropertySource> sourcesOf(String key) {
        Matcher list = LIST.matcher(key);
        if (!list.find()) {
            return sources;
        }
        ConfigurationPropertyName name = ConfigurationPropertyName.of(list.group(1));
        return sources.stream()
                .filter(source -> mentions(source, name))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean mentions(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return source.getConfigurationProperty(name) != null
                || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT;
    }

    private static String shown(String key, Object value) {
        String name = key.toLowerCase(Locale.ROOT);
        boolean secret = name.contains("password") || name.contains("secret") || name.contains("token");
        return secret ? "******" : "\"" + value + "\"";
    }
}
