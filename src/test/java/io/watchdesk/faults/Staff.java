package io.watchdesk.faults;

import com.zaxxer.hikari.HikariDataSource;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.ChecklistItem;
import io.watchdesk.review.Reviews;
import io.watchdesk.testing.Cast;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people inside a life: they write briefs and do whatever task is open, through the same doors as Tasklist, whoever left
 * it; what they are refused they leave. Timers of the crisis line are brought forward, because nobody waits ten minutes.
 */
final class Staff implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);
    private static final int AT_A_TIME = 4;
    private static final String[] DONE = {
        "UserTask_WriteDraft",
        "UserTask_ReviewContent",
        "UserTask_AwaitSlot",
        "UserTask_TakeCrisisAsCommander",
        "UserTask_TakeCrisisAsOperator"
    };

    /** Who takes a crisis off the ladder. */
    static final List<String> TAKING = List.of("UserTask_TakeCrisisAsCommander", "UserTask_TakeCrisisAsOperator");

    private static final String BODY = "水温太高会苦，太低会酸。九十二度左右最合适，磨得越细，水温就可以越低一点。";

    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService repository;
    private final ManagementService management;
    private final HistoryService history;
    private final Drafting drafting;
    private final Contents contents;
    private final Reviews reviews;
    private final People people;
    private final Cast cast;
    private final Consumer<String> voice;
    private final JdbcClient jdbc;
    private final DataSource connections;
    private final Random chance = new Random(Long.getLong("faults.seed", 1));
    private final AtomicInteger briefs = new AtomicInteger();
    private volatile List<String> left = List.of();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(2);

    /** @param voice what the killer must know */
    Staff(ApplicationContext application, Cast cast, Consumer<String> voice) {
        this.voice = voice;
        this.cast = cast;
        jdbc = application.getBean(JdbcClient.class);
        connections = application.getBean(DataSource.class);
        tasks = application.getBean(TaskService.class);
        forms = application.getBean(FormService.class);
        repository = application.getBean(RepositoryService.class);
        management = application.getBean(ManagementService.class);
        history = application.getBean(HistoryService.class);
        drafting = application.getBean(Drafting.class);
        contents = application.getBean(Contents.class);
        reviews = application.getBean(Reviews.class);
        people = application.getBean(People.class);
    }

    /** Does what the killer orders. */
    void obey(String... words) {
        switch (words[0]) {
            case "brief" -> hands.execute(() -> briefs(Integer.parseInt(words[2]), words[1]));
            case "work" -> hands.scheduleWithFixedDelay(() -> quietly(this::round), 0, 100, TimeUnit.MILLISECONDS);
            case "climb" ->
                hands.scheduleWithFixedDelay(() -> quietly(this::timersComeForward), 0, 1000, TimeUnit.MILLISECONDS);
            case "clean" -> hands.execute(() -> quietly(() -> history.cleanUpHistoryAsync(true)));
            case "undurable" -> forgets();
            case "settled?" -> voice.accept("settled " + restless());
            default -> throw new IllegalArgumentException("What is \"" + String.join(" ", words) + "\"?");
        }
    }

    /**
     * Opens H2's own hole, which the product's settings refuse: commits are written to the disk later, here ten minutes, which
     * no busy machine reaches. Every new connection brings the delay of its address for the whole file, so that changes first.
     */
    private void forgets() {
        HikariDataSource pool = DataSourceUnwrapper.unwrap(connections, HikariDataSource.class);
        JdbcDataSource file = DataSourceUnwrapper.unwrap(pool.getDataSource(), JdbcDataSource.class);
        file.setURL(file.getURL().replace("WRITE_DELAY=0", "WRITE_DELAY=600000"));
        jdbc.sql("set write_delay 600000").update();
        hands.scheduleWithFixedDelay(
                () -> {
                    jdbc.sql("select 1").query().singleRow();
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
        voice.accept("undurable");
    }

    /** Nobody is interrupted: H2 closes its file when a thread that reads it is. */
    @Override
    public void close() {
        hands.shutdown();
        try {
            hands.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void briefs(int count, String accounts) {
        for (int i = 0; i < count; i++) {
            quietly(() -> cast.as("pia", () -> brief(accounts)));
        }
        voice.accept("briefed " + count);
    }

    private String brief(String accounts) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("topic", "手冲咖啡的水温 " + briefs.incrementAndGet());
        answers.put("category", "knowledge");
        answers.put("audience", "People who brew");
        answers.put("tier", "regular");
        answers.put("format", "article");
        answers.put("accounts", accounts);
        answers.put("publishWhen", "nextSlot");
        answers.put("wishedAt", null);
        answers.put("notes", "");
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("content-production")
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, answers).getBusinessKey();
    }

    /** From now on these tasks are left undone. */
    void leaves(List<String> elements) {
        left = elements;
    }

    private void round() {
        for (Task task : tasks.createTaskQuery()
                .taskDefinitionKeyIn(DONE)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 200)) {
            if (!left.contains(task.getTaskDefinitionKey())) {
                quietly(() -> does(task));
            }
        }
    }

    private void does(Task task) {
        switch (task.getTaskDefinitionKey()) {
            case "UserTask_WriteDraft" -> writes(task);
            case "UserTask_ReviewContent" -> reviews(task);
            case "UserTask_AwaitSlot" ->
                completes("paul", task, Map.of("publicationDecision", "publish", "decisionReason", "Now."));
            case "UserTask_TakeCrisisAsCommander" -> sometimes(4, () -> completes("carla", task, Map.of()));
            case "UserTask_TakeCrisisAsOperator" -> sometimes(20, () -> completes("olga", task, Map.of()));
            default -> {
                // Waits for somebody else.
            }
        }
    }

    private void writes(Task task) {
        String piece = (String) tasks.getVariable(task.getId(), "pieceId");
        if (contents.latest(piece).isPresent()) {
            return;
        }
        cast.as("wanda", () -> {
            claims("wanda", task);
            int revision = drafting.draft(piece).revision();
            return drafting.save(
                    piece,
                    new Draft.Text(
                            "手冲咖啡的水温", BODY.repeat(5), List.of(), List.of(), List.of(), AiDeclaration.NO, revision));
        });
        completes("wanda", task, Map.of());
    }

    private void reviews(Task task) {
        String piece = (String) tasks.getVariable(task.getId(), "pieceId");
        String round = (String) tasks.getVariable(task.getId(), "reviewId");
        String stageName = (String) tasks.getVariable(task.getId(), "reviewStage");
        String checklist = reviews.stages(round).stream()
                .filter(stage -> stage.plan().stage().equals(stageName))
                .flatMap(stage -> stage.items().stream())
                .map(ChecklistItem::id)
                .distinct()
                .map(item -> "\"%s\":\"yes\"".formatted(item))
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, Object> answers = new HashMap<>();
        answers.put("signOffVerdict", "approved");
        answers.put("comment", "");
        answers.put("checklistAnswers", checklist);
        answers.put("contentHash", contents.latest(piece).orElseThrow().hash());
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
        for (String group : groups) {
            for (People.Person person : people.inGroup(group)) {
                try {
                    completes(person.id(), task, answers);
                    return;
                } catch (Refused somebodyElse) {
                    tasks.setAssignee(task.getId(), null);
                }
            }
        }
    }

    private void completes(String person, Task task, Map<String, Object> answers) {
        cast.as(person, () -> {
            claims(person, task);
            forms.submitTaskForm(task.getId(), answers);
            return null;
        });
    }

    private void claims(String person, Task task) {
        if (!person.equals(task.getAssignee())) {
            tasks.claim(task.getId(), person);
        }
    }

    private void sometimes(int oneIn, Runnable deed) {
        synchronized (chance) {
            if (chance.nextInt(oneIn) != 0) {
                return;
            }
        }
        deed.run();
    }

    /** Those that wait longest first; one that is due is left alone, because its change would undo the step that it has begun. */
    private void timersComeForward() {
        Date now = new Date();
        management
                .createJobQuery()
                .timers()
                .processDefinitionKey("crisis-escalation")
                .withRetriesLeft()
                .duedateHigherThan(now)
                .orderByJobDuedate()
                .asc()
                .listPage(0, AT_A_TIME)
                .forEach(timer -> quietly(() -> management.setJobDuedate(timer.getId(), now)));
    }

    /** How many steps are due or about to be. */
    private long restless() {
        Date soon = new Date(System.currentTimeMillis() + 5000);
        return management.createJobQuery().withRetriesLeft().active().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> job.getDuedate() == null || job.getDuedate().before(soon))
                .count();
    }

    /** Colleagues, timers and holds come in between all the time; a refusal is no fault. */
    private void quietly(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.debug("Left for later.", e);
        }
    }
}
