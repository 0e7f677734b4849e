package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check that cannot fail is worthless: each rule finds the one thing that is broken in a house that is whole. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelRulesTest {

    private static final Path HOUSE = Path.of("src/test/resources/house");
    private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages("sample");

    @TempDir
    private Path copy;

    static List<Breakage> breakages() {
        return Stream.of(
                        PictureBreakages.all(),
                        BehaviourBreakages.all(),
                        CallBreakages.all(),
                        DecisionAndFormBreakages.all())
                .flatMap(breakages -> breakages)
                .toList();
    }

    @Test
    void the_whole_house_breaks_no_rule() {
        Models house = Models.in(HOUSE, SAMPLE);
        Report report = new Report();
        ModelRules.all().values().forEach(rule -> rule.check(house, report));
        assertThat(report.breaches()).isEmpty();
    }

    @Test
    void every_rule_is_tried() {
        assertThat(breakages().stream().map(Breakage::rule).collect(Collectors.toSet()))
                .isEqualTo(ModelRules.all().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakages")
    void a_rule_finds_what_breaks_it(Breakage breakage) throws IOException {
        copyHouse();
        Path file = copy.resolve(breakage.file());
        String whole = Files.readString(file);
        assertThat(whole).contains(breakage.whole());
        Files.writeString(file, whole.replace(breakage.whole(), breakage.broken()));

        Report report = new Report();
        ModelRules.all().get(breakage.rule()).check(Models.in(copy, SAMPLE), report);

        assertThat(report.breaches()).anySatisfy(breach -> assertThat(breach).contains(breakage.found()));
    }

    private void copyHouse() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(HOUSE.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
