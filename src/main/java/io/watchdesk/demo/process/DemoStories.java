package io.watchdesk.demo.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Piece;
import io.watchdesk.demo.process.DemoPiece.Until;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.ChecklistItem;
import io.watchdesk.review.Reviews;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes one step of a demo story at a time, as the person whose work it is and through the same doors as Tasklist. */
@Component
@Profile("demo")
class DemoStories {

    private static final String PLANNER = "pia";
    private static final String WRITER = "wanda";
    private static final String PUBLISHER = "paul";
    private static final Set<Piece.Stage> OVER =
            Set.of(Piece.Stage.REJECTED, Piece.Stage.WITHDRAWN, Piece.Stage.PUBLISHED, Piece.Stage.CLOSED);

    private final IdentityService identities;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final Contents contents;
    private final Drafting drafting;
    private final Reviews reviews;
    private final People people;
    private final ObjectMapper json;

    DemoStories(
            IdentityService identities,
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            Contents contents,
            Drafting drafting,
            Reviews reviews,
            People people,
            ObjectMapper json) {
        this.identities = identities;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.contents = contents;
        this.drafting = drafting;
        this.reviews = reviews;
        this.people = people;
        this.json = json;
    }

    /** Does what can be done now; true when the story has come to its end. */
    boolean step(Story story) {
        if (story.id == null) {
            story.id = brief(story.piece);
            return false;
        }
        boolean ended = OVER.contains(contents.piece(story.id).stage());
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(story.id)
                .active()
                .list()) {
            ended |= work(story, task);
        }
        return ended;
    }

    private String brief(DemoPiece piece) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("content-production")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> answers = new HashMap<>();
        answers.put("topic", piece.topic());
        answers.put("category", piece.category());
        answers.put("audience", piece.audience());
        answers.put("tier", piece.tier());
        answers.put("format", piece.format());
        answers.put("accounts", piece.accounts());
        answers.put("publishWhen", piece.wishedAt() == null ? "nextSlot" : "at");
        answers.put("wishedAt", piece.wishedAt());
        answers.put("notes", piece.notes());
        return as(PLANNER, () -> forms.submitStartForm(definition, answers).getBusinessKey());
    }

    private boolean work(Story story, Task task) {
        Until until = story.piece.until();
        return switch (task.getTaskDefinitionKey()) {
            case "UserTask_WriteDraft" -> until == Until.BRIEFED || write(story, task);
            case "UserTask_ReviewContent" -> until == Until.IN_REVIEW || review(story, task);
            case "UserTask_AwaitSlot" -> until == Until.SCHEDULED || decide(story, task);
            case "UserTask_ChooseSlot", "UserTask_DecideHeldPublication", "UserTask_PublishManually" -> true;
            default -> false;
        };
    }

    private boolean write(Story story, Task task) {
        if (contents.latest(story.id).isPresent()) {
            return true;
        }
        DemoPiece piece = story.piece;
        return as(WRITER, () -> {
            tasks.claim(task.getId(), WRITER);
            int revision = drafting.draft(story.id).revision();
            drafting.save(
                    story.id,
                    new Draft.Text(
                            piece.title(), piece.body(), List.of(), piece.links(), List.of(), piece.ai(), revision));
            if (piece.until() == Until.DRAFTED) {
                return true;
            }
            forms.submitTaskForm(task.getId(), Map.of());
            return false;
        });
    }

    private boolean review(Story story, Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
        if (story.piece.until() == Until.AT_LEGAL && groups.contains("legal")) {
            return true;
        }
        Map<String, Object> answers = new HashMap<>();
        String verdict = switch (story.piece.until()) {
            case CHANGES_REQUESTED -> "changesRequested";
            case REJECTED -> "rejected";
            default -> "approved";
        };
        answers.put("signOffVerdict", verdict);
        if (!"approved".equals(verdict)) {
            answers.put("reasonCode", "quality");
            answers.put("reason", story.piece.reason());
        }
        answers.put("comment", "");
        answers.put("checklistAnswers", checklist(task));
        answers.put("contentHash", contents.latest(story.id).orElseThrow().hash());
        for (String group : groups) {
            for (People.Person person : people.inGroup(group)) {
                if (signs(person.id(), task, answers)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether this colleague could sign off; one who has signed already is refused and the next one is asked. */
    private boolean signs(String person, Task task, Map<String, Object> answers) {
        try {
            return as(person, () -> {
                tasks.claim(task.getId(), person);
                forms.submitTaskForm(task.getId(), answers);
                return true;
            });
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused) {
                    tasks.setAssignee(task.getId(), null);
                    return false;
                }
            }
            throw e;
        }
    }

    private String checklist(Task task) {
        String round = (String) tasks.getVariable(task.getId(), "reviewId");
        String stageName = (String) tasks.getVariable(task.getId(), "reviewStage");
        Map<String, String> answers = reviews.stages(round).stream()
                .filter(stage -> stage.plan().stage().equals(stageName))
                .flatMap(stage -> stage.items().stream())
                .collect(Collectors.toMap(ChecklistItem::id, item -> "yes", (one, same) -> one));
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean decide(Story story, Task task) {
        String decision = switch (story.piece.until()) {
            case HELD -> "hold";
            case WITHDRAWN -> "withdraw";
            default -> "publish";
        };
        as(PUBLISHER, () -> {
            tasks.claim(task.getId(), PUBLISHER);
            forms.submitTaskForm(
                    task.getId(), Map.of("publicationDecision", decision, "decisionReason", story.piece.reason()));
            return null;
        });
        return false;
    }

    private <T> T as(String person, java.util.function.Supplier<T> deed) {
        identities.setAuthentication(person, people.groupsOf(person));
        try {
            return deed.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** One piece on its way. */
    static final class Story {

        private final DemoPiece piece;
        private String id;

        Story(DemoPiece piece) {
            this.piece = piece;
        }

        DemoPiece piece() {
            return piece;
        }
    }
}
