package io.watchdesk.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The two readable files that say who may do what and what Tasklist shows. */
@Component
class AccessFile {

    private final Map<String, Role> roles = read("access/roles.yaml", "roles", Role.class);
    private final Map<String, TaskFilter> filters = read("access/filters.yaml", "filters", TaskFilter.class);

    /** Group id to role, in the order of the file. */
    Map<String, Role> roles() {
        return roles;
    }

    /** Filter id to filter, in the order of the file. */
    Map<String, TaskFilter> filters() {
        return filters;
    }

    private static <T> Map<String, T> read(String file, String root, Class<T> type) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind(root, Bindable.mapOf(String.class, type))
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s of this build cannot be read.".formatted(file), e);
        }
    }

    /** What the members of a group may do. */
    record Role(
            String name,
            @DefaultValue List<String> applications,
            @DefaultValue List<String> starts,
            @DefaultValue List<String> knows,
            @DefaultValue List<String> watches,
            @DefaultValue List<String> filters,
            @DefaultValue List<String> desk,
            @DefaultValue List<String> registers,
            @DefaultValue List<String> owns) {}

    /** One shared filter. */
    record TaskFilter(
            String name,
            String description,
            String colour,
            String assignee,
            @DefaultValue List<String> tasks,
            @DefaultValue List<String> processes,
            @DefaultValue("false") boolean overdue) {}
}
