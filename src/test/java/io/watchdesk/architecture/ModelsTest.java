package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every model, decision and form of the product keeps every rule. */
class ModelsTest {

    @TestFactory
    Stream<DynamicTest> the_models_of_the_product() {
        Models models = Models.in(
                Path.of(""),
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.watchdesk"));
        return ModelRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    Report report = new Report();
                    rule.getValue().check(models, report);
                    assertThat(String.join("\n", report.breaches()))
                            .as(rule.getKey())
                            .isEmpty();
                }));
    }
}
