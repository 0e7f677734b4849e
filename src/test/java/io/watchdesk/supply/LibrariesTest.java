package io.watchdesk.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the product is made of: the libraries of the class path, and those of the packaged jar where there is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LibrariesTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");

    @Test
    void no_library_is_older_than_what_is_known_to_be_safe() throws IOException {
        Map<String, String> oldest = table("/supply/at-least.csv");
        for (Map<String, String> libraries : List.of(onTheClassPath(), inTheJar())) {
            libraries.forEach((name, version) -> {
                if (oldest.containsKey(name)) {
                    assertThat(Version.parse(version))
                            .as("%s %s, which must be %s or newer", name, version, oldest.get(name))
                            .isGreaterThanOrEqualTo(Version.parse(oldest.get(name)));
                }
            });
        }
        assertThat(onTheClassPath().keySet()).as("a row about nothing").containsAll(oldest.keySet());
    }

    @Test
    void no_library_is_there_that_opens_what_is_shut() throws IOException {
        Map<String, String> never = table("/supply/never.csv");
        for (Map<String, String> libraries : List.of(onTheClassPath(), inTheJar())) {
            libraries.forEach((name, version) ->
                    assertThat(never.keySet()).as(name).noneMatch(start -> (name + "-" + version).startsWith(start)));
        }
    }

    @Test
    void no_script_engine_is_there_but_those_of_decision_tables() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getLanguageName)
                .allMatch(language ->
                        language.toLowerCase(java.util.Locale.ROOT).contains("feel") || language.equals("JSP 2.1 EL"));
    }

    private static Map<String, String> onTheClassPath() {
        Map<String, String> libraries = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            add(libraries, Path.of(entry).getFileName().toString());
        }
        return libraries;
    }

    private static Map<String, String> inTheJar() throws IOException {
        Map<String, String> libraries = new TreeMap<>();
        Path target = Path.of("target");
        if (!Files.isDirectory(target)) {
            return libraries;
        }
        try (Stream<Path> files = Files.list(target)) {
            for (Path jar : files.filter(file -> file.getFileName().toString().matches("watchdesk-.*\\.jar"))
                    .toList()) {
                try (JarFile content = new JarFile(jar.toFile())) {
                    content.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith("BOOT-INF/lib/"))
                            .forEach(name -> add(libraries, name.substring(name.lastIndexOf('/') + 1)));
                }
            }
        }
        return libraries;
    }

    private static void add(Map<String, String> libraries, String file) {
        Matcher jar = JAR.matcher(file);
        if (jar.matches()) {
            libraries.put(jar.group(1), jar.group(2));
        }
    }

    /** First column to second. */
    private static Map<String, String> table(String resource) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        try (InputStream content = LibrariesTest.class.getResourceAsStream(resource)) {
            new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .forEach(row -> rows.put(row[0], row[1]));
        }
        return rows;
    }
}
