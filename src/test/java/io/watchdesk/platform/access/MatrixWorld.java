package io.watchdesk.platform.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;

/**
 * Objects of every kind that the engine keeps, whose they are known: an instance of a process with a claimed task, a timer,
 * a failed job and its incident, an external task, a message, variables, a comment, an attachment and a history. While the
 * matrix is filled, this process stands under the keys of real ones, so that the roles' grants are about it.
 */
final class MatrixWorld {

    /** A group of nobody. */
    static final String STRANGERS = "strangers";

    static final String STRANGER = "mxstranger";
    private static final String DECISION = "matrix-decision";

    private final ProcessEngine engine;
    private final List<String> keys;
    private String deployment;

    MatrixWorld(ProcessEngine engine, List<String> keys) {
        this.engine = engine;
        this.keys = keys;
    }

    void deploy() {
        var builder = engine.getRepositoryService().createDeployment().name("matrix");
        keys.forEach(key -> builder.addModelInstance(key + ".bpmn", model(key)));
        builder.addModelInstance("decision.dmn", decision());
        deployment = builder.deploy().getId();
    }

    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    }

    /** Everything about one new instance, by the names that requests use for it. */
    Map<String, String> create(String key, String group, String assignee) {
        String mark = "mark" + UUID.randomUUID().toString().replace("-", "");
        ProcessInstance instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        key,
                        mark,
                        Variables.createVariables()
                                .putValue("secret", mark)
                                .putValue("bytes", Variables.byteArrayValue(mark.getBytes()))
                                .putValue(
                                        "file",
                                        Variables.fileValue("x.txt")
                                                .file(mark.getBytes())
                                                .create()));
        String id = instance.getId();
        Task task =
                engine.getTaskService().createTaskQuery().processInstanceId(id).singleResult();
        task.setName("Work " + mark);
        engine.getTaskService().saveTask(task);
        engine.getTaskService().addCandidateGroup(task.getId(), group);
        engine.getTaskService().setAssignee(task.getId(), assignee);
        engine.getTaskService().setVariableLocal(task.getId(), "local", mark);
        engine.getRuntimeService().setVariableLocal(execution(id), "secret", mark);
        Map<String, String> all = new HashMap<>();
        all.put("mark", mark);
        all.put("task", task.getId());
        all.put("instance", id);
        all.put("execution", execution(id));
        all.put("definition", instance.getProcessDefinitionId());
        all.put("key", key);
        all.put("group", group);
        all.put("deployment", deployment);
        all.put(
                "comment",
                engine.getTaskService()
                        .createComment(task.getId(), id, "comment " + mark)
                        .getId());
        all.put(
                "attachment",
                engine.getTaskService()
                        .createAttachment(
                                "text",
                                task.getId(),
                                id,
                                "attachment " + mark,
                                "",
                                new java.io.ByteArrayInputStream(mark.getBytes()))
                        .getId());
        jobs(id, all);
        outside(id, all);
        past(id, all);
        return all;
    }

    private String execution(String instance) {
        return engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .activityId("Waits")
                .singleResult()
                .getId();
    }

    private void jobs(String instance, Map<String, String> all) {
        var management = engine.getManagementService();
        var job = management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("Fails")
                .singleResult();
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException expected) {
            management.setJobRetries(job.getId(), 0);
        }
        all.put("job", job.getId());
        all.put("jobDefinition", job.getJobDefinitionId());
        all.put(
                "timer",
                management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .timers()
                        .singleResult()
                        .getId());
        all.put(
                "incident",
                engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId());
    }

    private void outside(String instance, Map<String, String> all) {
        all.put(
                "externalTask",
                engine.getExternalTaskService()
                        .createExternalTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());
        all.put(
                "variable",
                engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableName("bytes")
                        .singleResult()
                        .getId());
        all.put(
                "resource",
                engine.getRepositoryService().getDeploymentResources(deployment).stream()
                        .filter(each -> each.getName().equals(all.get("key") + ".bpmn"))
                        .findFirst()
                        .orElseThrow()
                        .getId());
        var decision = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult();
        all.put("decision", decision.getId());
        all.put("decisionKey", DECISION);
    }

    private void past(String instance, Map<String, String> all) {
        var history = engine.getHistoryService();
        all.put(
                "activity",
                history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId("Work")
                        .singleResult()
                        .getId());
        all.put(
                "detail",
                history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .variableUpdates()
                        .list()
                        .get(0)
                        .getId());
        all.put(
                "jobLog",
                history.createHistoricJobLogQuery()
                        .processInstanceId(instance)
                        .failureLog()
                        .list()
                        .get(0)
                        .getId());
        all.put(
                "externalLog",
                history.createHistoricExternalTaskLogQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId());
        engine.getDecisionService()
                .evaluateDecisionTableByKey(DECISION)
                .variables(Map.of("mark", all.get("mark")))
                .evaluate();
        all.put(
                "decisionInstance",
                history.createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey(DECISION)
                        .orderByEvaluationTime()
                        .desc()
                        .list()
                        .get(0)
                        .getId());
    }

    /** A list of tasks, a grant, an operation under way: one of each that belongs to nobody's role. */
    Map<String, String> createShared() {
        Map<String, String> all = new HashMap<>();
        Filter filter = engine.getFilterService().newTaskFilter("mx of strangers");
        filter.setQuery(engine.getTaskService().createTaskQuery());
        all.put("filter", engine.getFilterService().saveFilter(filter).getId());
        AuthorizationService authorizations = engine.getAuthorizationService();
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(STRANGERS);
        grant.setResource(Resources.APPLICATION);
        grant.setResourceId("welcome");
        grant.addPermission(Permissions.ACCESS);
        all.put("authorization", authorizations.saveAuthorization(grant).getId());
        all.put(
                "batch",
                engine.getManagementService()
                        .setJobRetriesAsync(
                                engine.getManagementService().createJobQuery().timers().list().stream()
                                        .map(job -> job.getId())
                                        .toList(),
                                3)
                        .getId());
        return all;
    }

    /** Takes away all that {@link #createShared} made and what requests made like it. */
    void removeShared() {
        engine.getFilterService()
                .createFilterQuery()
                .filterNameLike("mx%")
                .list()
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .groupIdIn(STRANGERS)
                .list()
                .forEach(grant -> engine.getAuthorizationService().deleteAuthorization(grant.getId()));
        engine.getManagementService()
                .createBatchQuery()
                .list()
                .forEach(batch -> engine.getManagementService().deleteBatch(batch.getId(), true));
    }

    /** Takes away all instances, running and past, except these. */
    void removeInstancesBut(java.util.Collection<String> kept) {
        var runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery().list().stream()
                .filter(instance -> !kept.contains(instance.getId()))
                .forEach(instance ->
                        runtime.deleteProcessInstanceIfExists(instance.getId(), "", true, false, true, false));
        var history = engine.getHistoryService();
        history.createHistoricProcessInstanceQuery().list().stream()
                .filter(past -> !kept.contains(past.getId()))
                .forEach(past -> history.deleteHistoricProcessInstanceIfExists(past.getId()));
    }

    /** Lets what was suspended go on. */
    void resume() {
        for (String key : keys) {
            engine.getRepositoryService().activateProcessDefinitionByKey(key, true, null);
            engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(key, true);
        }
    }

    private static BpmnModelInstance model(String key) {
        return Bpmn.createExecutableProcess(key)
                .name("Matrix " + key)
                .camundaHistoryTimeToLive(1)
                .startEvent("Start")
                .parallelGateway("Fork")
                .userTask("Work")
                .name("Work")
                .endEvent("EndWork")
                .moveToNode("Fork")
                .serviceTask("Outside")
                .camundaExternalTask("matrix-topic")
                .endEvent("EndOutside")
                .moveToNode("Fork")
                .serviceTask("Fails")
                .camundaAsyncBefore()
                .camundaExpression("${unknownName}")
                .endEvent("EndFails")
                .moveToNode("Fork")
                .intermediateCatchEvent("Timer")
                .timerWithDuration("PT100H")
                .endEvent("EndTimer")
                .moveToNode("Fork")
                .intermediateCatchEvent("Waits")
                .message("matrix.message")
                .endEvent("EndWaits")
                .done();
    }

    private static org.camunda.bpm.model.dmn.DmnModelInstance decision() {
        return Dmn.readModelFromStream(
                new java.io.ByteArrayInputStream("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="matrix-drd" name="Matrix"
                    namespace="http://camunda.org/schema/1.0/dmn" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="matrix-decision" name="Matrix" camunda:historyTimeToLive="1">
                    <decisionTable id="table">
                      <input id="in"><inputExpression id="ie" typeRef="string"><text>mark</text></inputExpression></input>
                      <output id="out" name="result" typeRef="string"/>
                      <rule id="rule"><inputEntry id="i1"><text></text></inputEntry>
                        <outputEntry id="o1"><text>"yes"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
