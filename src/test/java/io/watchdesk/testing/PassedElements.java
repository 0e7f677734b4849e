package io.watchdesk.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * Remembers for the whole run which elements of which process any specification reached: activities and events from the
 * history, sequence flows from a listener, because the history knows no flows.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PassedElements {

    private static final Map<String, Set<String>> BY_PROCESS = new ConcurrentHashMap<>();
    private static final Set<String> SPECIFICATIONS = ConcurrentHashMap.newKeySet();

    /** The ids of the elements of this process that were reached so far. */
    public static Set<String> of(String process) {
        return Set.copyOf(BY_PROCESS.getOrDefault(process, Set.of()));
    }

    /** The class names of the specifications that ran so far. */
    public static Set<String> specifications() {
        return Set.copyOf(SPECIFICATIONS);
    }

    static void record(Specification specification, HistoryService history) {
        SPECIFICATIONS.add(specification.getClass().getName());
        history.createHistoricActivityInstanceQuery()
                .list()
                .forEach(passed -> record(passed.getProcessDefinitionKey(), passed.getActivityId()));
    }

    private static void record(String process, String element) {
        BY_PROCESS
                .computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet())
                .add(element);
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
