package io.watchdesk.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The readable list of the addresses of Camunda's API that are served, and to whom. */
class Addresses {

    private static final String FILE = "access/addresses.yaml";
    private static final Set<String> LIKE_GET = Set.of("HEAD", "OPTIONS");

    private final List<Address> addresses = new ArrayList<>();

    /** @param root what every address of the file begins with */
    Addresses(String root) {
        Lists lists = read();
        lists.everybody().forEach(line -> add(root, line, Audience.EVERYBODY));
        lists.cockpit().forEach(line -> add(root, line, Audience.COCKPIT));
        lists.admin().forEach(line -> add(root, line, Audience.ADMIN));
        addresses.sort(Comparator.comparing(Address::path, PathPattern.SPECIFICITY_COMPARATOR));
    }

    /** Whom an address serves, or empty where there is nothing; the most exact line counts. */
    Optional<Audience> audience(String method, PathContainer path) {
        String asked = LIKE_GET.contains(method) ? "GET" : method;
        return addresses.stream()
                .filter(address ->
                        address.methods().contains(asked) && address.path().matches(path))
                .findFirst()
                .map(Address::audience);
    }

    private void add(String root, String line, Audience audience) {
        List<String> words = List.of(line.strip().split("\\s+"));
        int last = words.size() - 1;
        PathPattern path = PathPatternParser.defaultInstance.parse(root + words.get(last));
        addresses.add(new Address(Set.copyOf(words.subList(0, last)), path, audience));
    }

    private static Lists read() {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load(FILE, new ClassPathResource(FILE))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("addresses", Lists.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s of this build cannot be read.".formatted(FILE), e);
        }
    }

    /** Whom an address serves. */
    enum Audience {
        EVERYBODY(null),
        COCKPIT("cockpit"),
        ADMIN("admin");

        private final String application;

        Audience(String application) {
            this.application = application;
        }

        /** The application that one must be allowed to open, or null where signing in is enough. */
        String application() {
            return application;
        }
    }

    record Lists(List<String> everybody, List<String> cockpit, List<String> admin) {}

    private record Address(Set<String> methods, PathPattern path, Audience audience) {}
}
