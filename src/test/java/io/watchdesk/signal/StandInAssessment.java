package io.watchdesk.signal;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * A process that stands in for {@code signal-assessment} and does nothing, so that stories about receiving signals open no
 * crisis; the newest version of a key is the one that is started.
 */
public final class StandInAssessment implements AutoCloseable {

    private static final String PROCESS = "signal-assessment";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final String deployment;

    /** Stands in until it is closed. */
    public StandInAssessment(RepositoryService repository, RuntimeService runtime) {
        this(repository, runtime, false);
    }

    /** @param broken whether it cannot be started */
    StandInAssessment(RepositoryService repository, RuntimeService runtime, boolean broken) {
        this.repository = repository;
        this.runtime = runtime;
        BpmnModelInstance model = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(1)
                .startEvent("StartEvent_StandIn")
                .serviceTask("ServiceTask_StandIn")
                .camundaExpression(broken ? "${nobodyKnowsThis}" : "${true}")
                .userTask("UserTask_StandIn")
                .endEvent("EndEvent_StandIn")
                .done();
        this.deployment = repository
                .createDeployment()
                .name("stand-in")
                .addModelInstance(PROCESS + ".bpmn", model)
                .deploy()
                .getId();
    }

    /** How many assessments of this signal are open. */
    public long open(String signalId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(signalId)
                .variableValueEquals("signalId", signalId)
                .count();
    }

    @Override
    public void close() {
        repository.deleteDeployment(deployment, true, true, true);
    }
}
