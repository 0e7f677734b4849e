package io.watchdesk.drill;

import io.watchdesk.platform.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The scripts of this build: one file for each scenario. */
@Component
class Scripts {

    private static final List<String> FILES =
            List.of("data-leak", "complaint-surge", "account-banned", "service-outage");

    private final List<Script> all = FILES.stream().map(Scripts::read).toList();

    List<Script> all() {
        return all;
    }

    /** The script of a scenario; refuses with the known ones. */
    Script of(String scenario) {
        return all.stream()
                .filter(script -> script.scenario().equals(scenario))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no script for \"%s\". There are: %s."
                        .formatted(scenario, all.stream().map(Script::scenario).collect(Collectors.joining(", ")))));
    }

    private static Script read(String name) {
        String file = "drills/%s.yaml".formatted(name);
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(sources::addLast);
            Script script = new Binder(ConfigurationPropertySources.from(sources))
                    .bind("script", Script.class)
                    .get();
            boolean inOrder = Stream.of(script.signals())
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(Script.Injection::after))
                    .toList()
                    .equals(script.signals());
            if (!inOrder) {
                throw new IllegalStateException(
                        "The signals of %s must stand in the order of their times.".formatted(file));
            }
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException("The script %s of this build cannot be read.".formatted(file), e);
        }
    }
}
