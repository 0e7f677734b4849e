package io.watchdesk.crisis.process;

import static io.watchdesk.crisis.process.CrisisResponseModel.PROCESS;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisRoles.Offer;
import io.watchdesk.crisis.CrisisRoles.Role;
import io.watchdesk.crisis.Demands;
import io.watchdesk.crisis.Demands.Demand;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.crisis.ResponseProcess;
import io.watchdesk.crisis.process.CrisisResponseModel.CommandDemand;
import io.watchdesk.crisis.process.CrisisResponseModel.StatementDemand;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The process {@code crisis-response} of each crisis, reached by its business key. */
@Component
class EngineResponse implements ResponseProcess {

    /** Another model waits for it: the ladder pages again. */
    private static final String MESSAGE_RELEASED = "crisis.released";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ApplicationRights rights;
    private final Demands demands;
    private final CrisisResponse response;

    EngineResponse(
            RuntimeService runtime,
            TaskService tasks,
            ApplicationRights rights,
            Demands demands,
            @Lazy CrisisResponse response) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.rights = rights;
        this.demands = demands;
        this.response = response;
    }

    @Override
    public void declared(Crisis crisis) {
        Map<String, Object> variables = demanded(crisis);
        variables.put(CrisisResponseModel.CRISIS_ID.name(), crisis.id());
        variables.put(CrisisResponseModel.CRISIS_TITLE.name(), crisis.title());
        variables.put(CrisisResponseModel.CRISIS_LEVEL.name(), Outcomes.text(crisis.level()));
        variables.put(CrisisResponseModel.CRISIS_MODE.name(), Outcomes.text(crisis.mode()));
        variables.put(CrisisResponseModel.CRISIS_HOLDER.name(), null);
        variables.put(CrisisResponseModel.COMMANDER.name(), null);
        rights.run(() ->
                runtime.startProcessInstanceByMessage(CrisisResponseModel.MESSAGE_DECLARED, crisis.id(), variables));
    }

    @Override
    public void signalJoined(Crisis crisis) {
        tell(CrisisResponseModel.MESSAGE_SIGNAL_JOINED, crisis.id());
    }

    @Override
    public void levelChanged(Crisis crisis) {
        rights.run(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(crisis.id())
                .list()
                .forEach(instance -> runtime.setVariable(
                        instance.getId(), CrisisResponseModel.CRISIS_LEVEL.name(), Outcomes.text(crisis.level()))));
        tell(CrisisResponseModel.MESSAGE_LEVEL_CHANGED, crisis.id());
        demandsChanged(crisis);
    }

    @Override
    public void demandsChanged(Crisis crisis) {
        Map<String, Object> demanded = demanded(crisis);
        rights.run(() -> responses(crisis.id()).forEach(instance -> runtime.setVariables(instance.getId(), demanded)));
        tell(CrisisResponseModel.MESSAGE_DEMANDS_CHANGED, crisis.id());
        if (Outcomes.text(CommandDemand.ASSEMBLE).equals(demanded.get(CrisisResponseModel.COMMAND_DEMAND.name()))) {
            tell(CrisisResponseModel.MESSAGE_COMMAND_DEMANDED, crisis.id());
        }
    }

    @Override
    public void acknowledged(Crisis crisis) {
        remember(crisis.id(), CrisisResponseModel.CRISIS_HOLDER.name(), crisis.holder());
        tell(CrisisResponseModel.MESSAGE_ACKNOWLEDGED, crisis.id());
        reassign(crisis.id(), CrisisResponseModel.USER_TRIAGE_CRISIS, crisis.holder());
    }

    @Override
    public void released(Crisis crisis) {
        remember(crisis.id(), CrisisResponseModel.CRISIS_HOLDER.name(), null);
        reassign(crisis.id(), CrisisResponseModel.USER_TRIAGE_CRISIS, null);
        tell(MESSAGE_RELEASED, crisis.id());
    }

    @Override
    public void stopped(Crisis crisis) {
        tell(CrisisResponseModel.MESSAGE_STOPPED, crisis.id());
    }

    @Override
    public void downgradeAsked(Crisis crisis) {
        tell(CrisisResponseModel.MESSAGE_DOWNGRADE_ASKED, crisis.id());
    }

    @Override
    public void handoverOffered(Crisis crisis, Offer offer) {
        rights.run(() -> runtime.createMessageCorrelation(CrisisResponseModel.MESSAGE_HANDOVER_OFFERED)
                .processInstanceBusinessKey(crisis.id())
                .setVariableToTriggeredScope(CrisisResponseModel.HANDOVER_ID.name(), offer.id())
                .setVariableToTriggeredScope(CrisisResponseModel.ROLE_TAKER.name(), offer.taker())
                .correlateAll());
    }

    @Override
    public void roleAssigned(Crisis crisis, Role role, String person) {
        if (role == Role.COMMANDER) {
            remember(crisis.id(), CrisisResponseModel.COMMANDER.name(), person);
            reassign(crisis.id(), CrisisResponseModel.USER_LEAD_RESPONSE, person);
            reassign(crisis.id(), CrisisResponseModel.USER_APPROVE_DOWNGRADE, person);
            reassign(crisis.id(), CrisisResponseModel.USER_CLOSE_CRISIS, person);
        }
    }

    private Map<String, Object> demanded(Crisis crisis) {
        Demand demand = demands.of(crisis);
        boolean assembled = response.at(crisis.id(), Milestone.COMMAND_ASSEMBLED) != null;
        Map<String, Object> variables = new HashMap<>();
        variables.put(CrisisResponseModel.FUNCTIONS.name(), new ArrayList<>(demand.functions()));
        variables.put(CrisisResponseModel.STATEMENTS.name(), new ArrayList<>(demand.statements()));
        variables.put(
                CrisisResponseModel.COMMAND_DEMAND.name(),
                Outcomes.text(demand.functions().isEmpty() || assembled ? CommandDemand.NONE : CommandDemand.ASSEMBLE));
        variables.put(
                CrisisResponseModel.STATEMENT_DEMAND.name(),
                Outcomes.text(demand.statements().isEmpty() ? StatementDemand.NONE : StatementDemand.DEMANDED));
        return variables;
    }

    /** Every process of the crisis that waits for it hears it; none has to. */
    private void tell(String message, String crisisId) {
        rights.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(crisisId)
                .correlateAll());
    }

    private void remember(String crisisId, String variable, String value) {
        rights.run(
                () -> responses(crisisId).forEach(instance -> runtime.setVariable(instance.getId(), variable, value)));
    }

    private void reassign(String crisisId, String element, String person) {
        rights.run(() -> {
            for (Task task : tasks.createTaskQuery()
                    .processInstanceBusinessKey(crisisId)
                    .taskDefinitionKey(element)
                    .list()) {
                tasks.setAssignee(task.getId(), person);
            }
        });
    }

    private List<ProcessInstance> responses(String crisisId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(crisisId)
                .list();
    }
}
