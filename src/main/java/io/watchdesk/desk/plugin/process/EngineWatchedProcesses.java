package io.watchdesk.desk.plugin.process;

import io.watchdesk.desk.plugin.WatchedProcesses;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Asks for the same right as the engine itself before it shows the past of a process. */
@Component
class EngineWatchedProcesses implements WatchedProcesses {

    private final RepositoryService models;
    private final AuthorizationService authorizations;
    private final People people;

    EngineWatchedProcesses(RepositoryService models, AuthorizationService authorizations, People people) {
        this.models = models;
        this.authorizations = authorizations;
        this.people = people;
    }

    @Override
    public List<String> keys() {
        return people
                .asSystem(() ->
                        models.createProcessDefinitionQuery().latestVersion().list())
                .stream()
                .map(ProcessDefinition::getKey)
                .distinct()
                .filter(this::readable)
                .sorted()
                .toList();
    }

    @Override
    public void mustRead(String definitionId) {
        ProcessDefinition model = models.createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult();
        if (model == null || !readable(model.getKey())) {
            throw new Refused("This process does not exist, or its past is not yours to see.");
        }
    }

    private boolean readable(String key) {
        String person = people.actor();
        return people.asSystem(() -> authorizations.isUserAuthorized(
                person,
                people.groupsOf(person),
                ProcessDefinitionPermissions.READ_HISTORY,
                Resources.PROCESS_DEFINITION,
                key));
    }
}
