package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.CrisisCommand.Findings;
import io.watchdesk.crisis.CrisisHolds;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisResponse.Declaration;
import io.watchdesk.crisis.CrisisRoles;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.HeldContent;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Ratings;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The words in which stories about crises are told. They begin on Monday, 7 January 2030, at 08:00 UTC. */
abstract class CrisisWorld extends ProcessSpecification {

    static final Instant START = Instant.parse("2030-01-07T08:00:00Z");
    /** Everything is known, and nothing of it is bad. */
    static final Facts HARMLESS = new Facts(
            1.0,
            false,
            10,
            Facts.Carrier.SINGLE_USERS,
            1,
            Facts.Harm.TASTE,
            Facts.AccountState.NORMAL,
            Facts.Legal.NONE,
            Facts.Cluster.VICTIM,
            false);

    private static final AtomicInteger TOPICS = new AtomicInteger();

    @Autowired
    CrisisResponse response;

    @Autowired
    Crises crises;

    @Autowired
    CrisisCommand command;

    @Autowired
    CrisisHolds crisisHolds;

    @Autowired
    CrisisRoles roles;

    @Autowired
    Ratings ratings;

    @Autowired
    Timeline timeline;

    @Autowired
    Holds holds;

    @Autowired
    HeldContent heldContent;

    /** No two stories share a topic, so that none remembers another. */
    String topic;

    @BeforeEach
    void a_monday_morning() {
        theTimeIs(START);
        topic = "Brakes %d".formatted(TOPICS.incrementAndGet());
    }

    Crisis declared(Level level) {
        return declared(level, Mode.REAL);
    }

    Crisis declared(Level level, Mode mode) {
        return response.declare(declaration(level, mode, "newsroom"));
    }

    Declaration declaration(Level level, Mode mode, String... accounts) {
        return new Declaration(
                "Brakes fail in the rain",
                List.of(accounts),
                topic,
                "complaintSurge",
                level,
                List.of("The test says so."),
                HARMLESS,
                null,
                mode,
                START);
    }

    /** Takes it by the given person, and confirms the facts as they are. */
    void triaged(String crisisId, String person, boolean matterPublic) {
        as(person, () -> response.acknowledge(crisisId, person, "by test"));
        as(person, () -> command.triage(crisisId, findings(HARMLESS, matterPublic)));
        completes(person, "UserTask_TriageCrisis", Map.of());
    }

    static Findings findings(Facts facts, boolean matterPublic, String... accounts) {
        return new Findings(facts, "complaintSurge", List.of(accounts), matterPublic, null);
    }

    /** Everybody comes to the command centre; carla commands. */
    void commandCentreStands() {
        functionFilled("carla", "oncall-command");
        functionFilled("mark", "cc-market");
        functionFilled("prue", "cc-pr");
        functionFilled("tess", "cc-tech");
        functionFilled("leo", "cc-legal");
    }

    void functionFilled(String person, String group) {
        completes(person, function(group), Map.of("functionNote", "Here."));
    }

    Task function(String group) {
        List<Task> found = taskService
                .createTaskQuery()
                .taskDefinitionKey("UserTask_JoinCommandCentre")
                .taskCandidateGroup(group)
                .list();
        assertThat(found).as("open functions of %s", group).hasSize(1);
        return found.get(0);
    }

    /** Lets a call activity end as if its people had done everything, because their stories stand elsewhere. */
    void calledProcessEnds(String crisisId, String call, String flow) {
        String response = responseOf(crisisId).getId();
        ActivityInstance now = runtimeService.getActivityInstance(response);
        ActivityInstance[] all = now.getActivityInstances(call + "#multiInstanceBody");
        var modification =
                runtimeService.createProcessInstanceModification(response).startTransition(flow);
        for (ActivityInstance each : all.length == 0 ? now.getActivityInstances(call) : all) {
            modification.cancelActivityInstance(each.getId());
        }
        modification.execute();
    }

    /** Decides about every post that the crisis holds, those of other stories among them. */
    void heldPostsAreDropped(String crisisId) {
        heldContent
                .of(crisisId)
                .forEach(item -> heldContent.decide(
                        crisisId,
                        item.post().publication().id(),
                        new HeldContent.Answer(
                                item.handedOver() ? HeldContent.Choice.STOPPED : HeldContent.Choice.DROP,
                                "The story needs it no more.",
                                null,
                                false)));
    }

    ProcessInstance responseOf(String crisisId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(CrisisResponseModel.PROCESS)
                .processInstanceBusinessKey(crisisId)
                .singleResult();
    }

    List<Hold> holdsOf(String crisisId) {
        return holds.open().stream()
                .filter(hold -> crisisId.equals(hold.owner()))
                .toList();
    }

    List<String> kinds(String crisisId) {
        return timeline.of(crisisId).stream().map(Timeline.Entry::kind).toList();
    }
}
