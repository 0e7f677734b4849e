package io.watchdesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Remembers which elements of which process any specification reached: activities and events from the history, sequence
 * flows from a listener, because the history knows no flows. Each JVM of a run notes what it saw in a file of its own; who
 * asks gets what all of them saw since anything was compiled or a model was changed.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PassedElements {

    private static final Path NOTES = Path.of("target", "model-coverage");
    private static final Path NOTE =
            NOTES.resolve("%d-%d.txt".formatted(ProcessHandle.current().pid(), System.currentTimeMillis()));
    private static final List<Path> MADE_OF =
            List.of(Path.of("processes"), Path.of("target", "classes"), Path.of("target", "test-classes"));

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final Set<String> notes;

    private PassedElements(Set<String> notes) {
        this.notes = notes;
    }

    /** For Spring, which makes one of each application. */
    PassedElements() {
        this(Set.of());
    }

    /** What the specifications of the whole run reached so far. */
    public static PassedElements ofTheRun() throws IOException {
        FileTime newest = newest();
        Set<String> notes = new TreeSet<>();
        if (Files.isDirectory(NOTES)) {
            try (Stream<Path> files = Files.list(NOTES)) {
                for (Path file : files.toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(newest) >= 0) {
                        notes.addAll(Files.readAllLines(file));
                    }
                }
            }
        }
        return new PassedElements(notes);
    }

    /** The ids of the elements of this process that were reached. */
    public Set<String> of(String process) {
        return startingWith(process + " ");
    }

    /** The class names of the specifications that ran. */
    public Set<String> specifications() {
        return startingWith("specification ");
    }

    private Set<String> startingWith(String kind) {
        return notes.stream()
                .filter(note -> note.startsWith(kind))
                .map(note -> note.substring(kind.length()))
                .collect(Collectors.toSet());
    }

    static void record(Specification specification, HistoryService history) {
        SEEN.add("specification " + specification.getClass().getName());
        history.createHistoricActivityInstanceQuery()
                .list()
                .forEach(passed -> record(passed.getProcessDefinitionKey(), passed.getActivityId()));
        try {
            Files.createDirectories(NOTES);
            Files.write(NOTE, new TreeSet<>(SEEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(String process, String element) {
        SEEN.add(process + " " + element);
    }

    /** The bill of materials, for one, is written among the classes when all tests have run. */
    private static boolean isCompiledOrDrawn(Path file) {
        return file.toString().endsWith(".class") || file.toString().endsWith(".bpmn");
    }

    private static FileTime newest() throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path root : MADE_OF) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(PassedElements::isCompiledOrDrawn).toList()) {
                    FileTime changed = Files.getLastModifiedTime(file);
                    newest = changed.compareTo(newest) > 0 ? changed : newest;
                }
            }
        }
        return newest;
    }

    @Bean
    ProcessEnginePlugin flowRecorder() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.getCustomPostBPMNParseListeners().add(listenToFlows());
            }
        };
    }

    private static BpmnParseListener listenToFlows() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
                String process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
                transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                        execution -> record(process, transition.getId()));
            }
        };
    }
}
