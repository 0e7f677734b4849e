package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.platform.OpenWork;
import io.watchdesk.platform.OpenWork.Waiting;
import io.watchdesk.platform.OpenWork.Wish;
import io.watchdesk.platform.OpenWorkCount;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk shows of open tasks is what the engine shows of them. */
class OpenWorkTest extends ProcessSpecification {

    private static final Wish ANY = new Wish(null, null, null, false);

    private static final Brief BRIEF = new Brief(
            "Cups",
            Category.KNOWLEDGE,
            "People who drink",
            PoolTier.REGULAR,
            Format.ARTICLE,
            List.of("newsroom"),
            null,
            "");

    private final List<String> pieces = new ArrayList<>();

    @Autowired
    private Drafting drafting;

    @Autowired
    private OpenWork work;

    @Autowired
    private OpenWorkCount count;

    /** Nobody else's story counts on one reviewer more. */
    @AfterEach
    void nadia_leaves() {
        isMemberOf("nadia");
    }

    @Test
    void everybody_sees_the_tasks_that_the_engine_shows_and_no_other() {
        fill();
        isMemberOf("nadia", "reviewers", "legal");

        for (String person : List.of("pia", "wei", "wanda", "rita", "nadia", "paul", "olga", "mark", "max", "admin")) {
            List<String> engines = as(
                            person, () -> taskService.createTaskQuery().listPage(0, 200))
                    .stream()
                    .map(Task::getId)
                    .sorted()
                    .toList();
            OpenWork.Page page = as(person, () -> work.page(ANY, 0, 1000));
            assertThat(page.tasks().stream().map(Waiting::id).sorted().toList())
                    .as(person)
                    .isEqualTo(engines);
            assertThat(page.total()).as(person).isEqualTo(engines.size());
            assertThat(as(person, () -> work.steps()).stream()
                            .mapToLong(OpenWork.Step::waiting)
                            .sum())
                    .as("at all steps for " + person)
                    .isEqualTo(engines.size());
        }
        assertThat(as("wei", () -> work.page(ANY, 0, 1000)).total()).isPositive();
        assertThat(as("pia", () -> work.page(ANY, 0, 1000)).total()).isZero();
    }

    @Test
    void the_longest_overdue_comes_first_and_what_has_no_date_last_page_by_page() {
        fill();
        List<Waiting> all = as("max", () -> work.page(ANY, 0, 1000)).tasks();
        assertThat(all).hasSizeGreaterThan(4);
        List<String> keys = new ArrayList<>();
        for (Waiting task : all) {
            keys.add("%020d %020d"
                    .formatted(
                            task.due() == null
                                    ? Long.MAX_VALUE / 10
                                    : task.due().toEpochMilli(),
                            task.since().toEpochMilli()));
        }
        assertThat(keys).isSorted();
        assertThat(all.get(0).late()).isTrue();
        assertThat(all.get(all.size() - 1).due()).isNull();

        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < all.size(); offset += 2) {
            int from = offset;
            as("max", () -> work.page(ANY, from, 2)).tasks().forEach(task -> pages.add(task.id()));
        }
        assertThat(pages).isEqualTo(all.stream().map(Waiting::id).toList());
        assertThat(as("max", () -> work.page(new Wish(null, null, null, true), 0, 1000))
                        .tasks())
                .isEqualTo(all.stream().filter(Waiting::late).toList());
    }

    @Test
    void load_and_filters_count_the_same_tasks() {
        fill();
        List<Waiting> all = as("max", () -> work.page(ANY, 0, 1000)).tasks();
        Map<String, Long> byGroup = all.stream()
                .flatMap(task -> task.groups().stream())
                .collect(Collectors.groupingBy(group -> group, Collectors.counting()));

        for (OpenWork.Load load : as("max", () -> work.load())) {
            assertThat(load.waiting()).as(load.group()).isEqualTo(byGroup.get(load.group()));
            OpenWork.Page page = as("max", () -> work.page(new Wish(load.group(), null, null, false), 0, 1000));
            assertThat(page.total()).isEqualTo(load.waiting());
            assertThat(page.tasks().stream()
                            .filter(task -> task.assignee() == null)
                            .count())
                    .isEqualTo(load.free());
            assertThat(page.tasks().stream().filter(Waiting::late).count()).isEqualTo(load.late());
        }
        assertThat(as("max", () -> work.load())).hasSameSizeAs(byGroup.keySet());
        assertThat(as("max", () -> work.page(new Wish(null, null, pieces.get(0), false), 0, 10))
                        .tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.businessKey()).isEqualTo(pieces.get(0)));
    }

    @Test
    void a_claim_and_a_new_task_change_the_fingerprint_and_time_does_not() {
        fill();
        String before = count.fingerprint();
        timePasses(Duration.ofHours(1));
        assertThat(count.fingerprint()).isEqualTo(before);
        Task task = as(
                        "wei",
                        () -> taskService.createTaskQuery().taskUnassigned().listPage(0, 1))
                .get(0);
        as("wei", () -> taskService.claim(task.getId(), "wei"));
        assertThat(count.fingerprint()).isNotEqualTo(before);
    }

    /** Drafts of writers, of which one is claimed and one late, and tasks that only managers and nobody else watch. */
    private void fill() {
        pieces.clear();
        for (int number = 0; number < 6; number++) {
            String piece = as("pia", () -> drafting.open(BRIEF)).id();
            pieces.add(piece);
            runtimeService
                    .createProcessInstanceByKey("content-production")
                    .businessKey(piece)
                    .setVariable("pieceId", piece)
                    .setVariable("contentTitle", "标题 " + piece)
                    .setVariable("writer", null)
                    .setVariable(
                            "draftDue", clock.instant().plus(Duration.ofDays(1)).toString())
                    .startBeforeActivity("UserTask_WriteDraft")
                    .execute();
        }
        List<Task> drafts = taskService
                .createTaskQuery()
                .taskDefinitionKey("UserTask_WriteDraft")
                .orderByTaskCreateTime()
                .asc()
                .list();
        due(drafts.get(0), Duration.ofHours(-2));
        due(drafts.get(1), Duration.ofHours(-30));
        due(drafts.get(2), Duration.ofHours(5));
        taskService.setDueDate(drafts.get(3).getId(), null);
        taskService.setAssignee(drafts.get(0).getId(), "wanda");
        Task shared = drafts.get(4);
        taskService.addCandidateGroup(shared.getId(), "legal");
        taskService.addCandidateUser(shared.getId(), "olga");
    }

    private void due(Task task, Duration from) {
        taskService.setDueDate(task.getId(), Date.from(clock.instant().plus(from)));
    }
}
