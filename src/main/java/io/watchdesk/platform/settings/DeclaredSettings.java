package io.watchdesk.platform.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The settings that our records with {@code @ConfigurationProperties} declare, found as Spring Boot finds them: a record
 * is the list of its settings, so that nobody keeps a second one.
 */
final class DeclaredSettings {

    private static final String OURS = "io.watchdesk";
    /** Found once, because looking through every class takes a quarter of a second. */
    private static final List<Group> GROUPS = found();

    private DeclaredSettings() {}

    /** A record of settings and the key that its settings stand below. */
    record Group(String prefix, Class<?> type) {}

    /**
     * One setting or group of settings.
     *
     * @param name kebab-case
     * @param list whether it is a list of {@code type}
     * @param open whether any key may stand below it: maps and classes of others
     */
    record Setting(String name, Class<?> type, boolean list, boolean open) {

        boolean isGroup() {
            return type.isRecord();
        }
    }

    /** All groups of this application. */
    static List<Group> groups() {
        return GROUPS;
    }

    private static List<Group> found() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Group> groups = new ArrayList<>();
        for (var candidate : scanner.findCandidateComponents(OURS)) {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(candidate.getBeanClassName()), DeclaredSettings.class.getClassLoader());
            var annotation = AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class);
            Optional.ofNullable(annotation)
                    .map(ConfigurationProperties::prefix)
                    .ifPresent(prefix -> groups.add(new Group(prefix, type)));
        }
        return List.copyOf(groups);
    }

    /** The settings of a record; none for other classes. */
    static List<Setting> of(Class<?> type) {
        List<Setting> settings = new ArrayList<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                settings.add(setting(component));
            }
        }
        return settings;
    }

    private static Setting setting(RecordComponent component) {
        Name given = component.getAnnotation(Name.class);
        String name = given == null ? DataObjectPropertyName.toDashedForm(component.getName()) : given.value();
        Class<?> raw = component.getType();
        if (raw.isArray()) {
            return new Setting(name, raw.getComponentType(), true, false);
        }
        if (Collection.class.isAssignableFrom(raw)
                && elementOf(component.getGenericType()) instanceof Class<?> element) {
            return new Setting(name, element, true, false);
        }
        return new Setting(name, raw, false, Map.class.isAssignableFrom(raw));
    }

    private static Type elementOf(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    }
}
