package io.watchdesk.oncall.process;

import io.watchdesk.oncall.SwapProcess;
import io.watchdesk.oncall.Swaps;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and answers swaps through the engine's guarded services, which ask for the rights of the current person. */
@Component
@Transactional
class EngineSwaps implements SwapProcess {

    private final FormService forms;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final Swaps swaps;
    private final People people;

    EngineSwaps(
            @Lazy FormService forms,
            @Lazy RepositoryService repository,
            @Lazy TaskService tasks,
            Swaps swaps,
            People people) {
        this.forms = forms;
        this.repository = repository;
        this.tasks = tasks;
        this.swaps = swaps;
        this.people = people;
    }

    @Override
    public String offer(String rota, Instant from, Instant until, String note) {
        ProcessDefinition process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(OncallSwapModel.PROCESS)
                .latestVersion()
                .singleResult();
        if (process == null) {
            throw new Refused("Only people on call offer shifts.");
        }
        Map<String, Object> answers = new HashMap<>();
        answers.put(OncallSwapModel.ROTA_ID.name(), rota);
        answers.put(OncallSwapModel.SHIFT_FROM.name(), from.toString());
        answers.put(OncallSwapModel.SHIFT_UNTIL.name(), until.toString());
        if (note != null && !note.isBlank()) {
            answers.put(OncallSwapModel.SWAP_NOTE.name(), note);
        }
        return forms.submitStartForm(process.getId(), answers).getBusinessKey();
    }

    @Override
    public void accept(String swapId) {
        swaps.get(swapId);
        Task open = tasks
                .createTaskQuery()
                .taskDefinitionKey(OncallSwapModel.USER_ACCEPT_SWAP)
                .processInstanceBusinessKey(swapId)
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused("This offer is over, or is not made to you."));
        if (open.getAssignee() == null) {
            tasks.claim(open.getId(), people.actor());
        }
        tasks.complete(open.getId());
    }
}
