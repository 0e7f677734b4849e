package io.watchdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.watchdesk.testing.PassedElements;
import io.watchdesk.testing.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Runs after all others: every activity, event, gateway and flow of every process was reached by some specification. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelCoverageTest {

    private static final Path REPORT = Path.of("target", "model-coverage.txt");

    @Test
    void every_element_of_every_process_is_reached_by_some_specification() throws IOException {
        PassedElements passed = PassedElements.ofTheRun();
        List<ProcessModel> processes = Models.in(Path.of(""), null).processes();
        String report =
                processes.stream().map(process -> line(process, passed)).collect(Collectors.joining("\n", "", "\n"));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);

        Set<String> missing = new TreeSet<>(specifications());
        missing.removeAll(passed.specifications());
        assumeTrue(
                missing.isEmpty(),
                () -> "only a part of the specifications ran (not: %s); see %s\n%s".formatted(missing, REPORT, report));

        assertThat(processes)
                .allSatisfy(process -> assertThat(unreached(process, passed))
                        .as("elements of %s that no specification reaches", process.name())
                        .isEmpty());
    }

    private static String line(ProcessModel process, PassedElements passed) {
        Set<String> unreached = unreached(process, passed);
        int all = elements(process).size();
        return "%s: %d of %d elements reached%s"
                .formatted(
                        process.name(),
                        all - unreached.size(),
                        all,
                        unreached.isEmpty() ? "" : "; not " + String.join(", ", unreached));
    }

    private static Set<String> unreached(ProcessModel process, PassedElements passed) {
        Set<String> unreached = elements(process);
        Set<String> reached = passed.of(process.process().getId());
        unreached.removeAll(reached);
        // The engine takes no flow behind an event-based gateway: what is reached is the event that came first.
        process.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() instanceof EventBasedGateway)
                .filter(flow -> reached.contains(flow.getTarget().getId()))
                .forEach(flow -> unreached.remove(flow.getId()));
        return unreached;
    }

    private static Set<String> elements(ProcessModel process) {
        return process.all(FlowElement.class).stream()
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .filter(element -> !compensates(element))
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a compensation is attached; nothing ever passes it, its handler is what runs. */
    private static boolean compensates(FlowElement element) {
        return element instanceof BoundaryEvent event
                && event.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance);
    }

    private static Set<String> specifications() {
        return new ClassFileImporter()
                .importPackages("io.watchdesk").stream()
                        .filter(type -> type.isAssignableTo(Specification.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }
}
