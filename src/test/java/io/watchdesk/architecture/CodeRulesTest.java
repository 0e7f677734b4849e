package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the code finds what {@code sample.muddle} does wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CodeRulesTest {

    private static final String ROOT = "sample";
    private static final JavaClasses MUDDLE = new ClassFileImporter().importPackages("sample.muddle");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(CodeRules.onlyProcessPackagesKnowCamunda(ROOT), "Muddle.tasks"),
                Arguments.of(CodeRules.onlyPlatformKnowsTheInsideOfCamunda(ROOT), "ClockUtil"),
                Arguments.of(CodeRules.delegatesLiveInProcessPackages(), "RunawayDelegate"),
                Arguments.of(CodeRules.listenersLiveInProcessPackages(), "RunawayListener"),
                Arguments.of(CodeRules.processPackagesLeaveTheDatabaseToTheirCapability(ROOT), "GreedyDelegate"),
                Arguments.of(CodeRules.nobodyReadsTheRealClock(ROOT), "java.time.Instant.now()"),
                Arguments.of(CodeRules.nobodyReadsTheRealClock(ROOT), "java.util.Date.<init>()"),
                Arguments.of(CodeRules.nobodySleeps(), "java.lang.Thread.sleep"),
                Arguments.of(CodeRules.nobodyInterrupts(), "ExecutorService.shutdownNow"),
                Arguments.of(CodeRules.onlyTheseOpenConnections("GuardedHttp"), "java.net.URL.openStream()"),
                Arguments.of(CodeRules.onlyTheseOpenConnections("GuardedHttp"), "java.net.Socket.<init>"),
                Arguments.of(CodeRules.noFieldInjection(), "Muddle.tasks"),
                Arguments.of(CodeRules.noSetterInjection(), "Muddle.setPage"),
                Arguments.of(CodeRules.rootsDoNotKnowTheirSubPackages(ROOT), "sample.muddle.web.Page"),
                Arguments.of(CodeRules.packagesFormNoCircle(ROOT), "Cycle detected"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_rule_finds_what_breaks_it(ArchRule rule, String found) {
        assertThat(rule.evaluate(MUDDLE).getFailureReport().toString()).contains(found);
    }
}
