package io.watchdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is past its period goes with all that hangs on it; what is young, public or under way stays. */
class CleanUpTest extends ProcessSpecification {

    private static final Duration FOUR_YEARS = Duration.ofDays(4 * 366);

    @Autowired
    private CleanUp cleanUp;

    @Autowired
    private CleanUpWatch watch;

    @Autowired
    private DestructionRecords records;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private TableFiller filler;
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void no_runs_yet() {
        filler = new TableFiller(jdbc);
        jdbc.sql("delete from clean_up_run").update();
    }

    @AfterEach
    void without_the_models_of_the_test() {
        deployments.forEach(id -> repositoryService.deleteDeployment(id, true));
    }

    @Test
    void the_old_house_goes_and_the_young_the_public_and_the_running_one_stay() {
        deploy("waiting", 1);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            build("-oldhouse", clock.instant().minus(FOUR_YEARS), Map.of());
            build("-younghouse", clock.instant().minus(Duration.ofDays(3)), Map.of());
            House running = build("-runninghouse", clock.instant().minus(FOUR_YEARS), Map.of());
            runtimeService.startProcessInstanceByKey("waiting", running.piece());
            runtimeService.startProcessInstanceByKey("waiting", running.crisis());
            Map<String, Object> isPublic = new HashMap<>();
            isPublic.put("taken_down_at", null);
            new House(filler, "-publichouse", clock.instant().minus(FOUR_YEARS)).build("content_piece");
            House open = new House(filler, "-publichouse", clock.instant().minus(FOUR_YEARS));
            open.build("publication", isPublic);
            open.build("site_post", isPublic);

            Map<String, Long> counts = cleanUp.run();

            for (String table : House.TABLES) {
                boolean kept = KEPT.contains(table);
                assertThat(filler.rowsWith(table, "-oldhouse"))
                        .as("old rows of " + table)
                        .isEqualTo(kept ? 1 : 0);
                assertThat(filler.rowsWith(table, "-younghouse"))
                        .as("young " + table)
                        .isOne();
                if (!LONE.contains(table)) {
                    assertThat(filler.rowsWith(table, "-runninghouse"))
                            .as("running " + table)
                            .isOne();
                }
            }
            assertThat(filler.rowsWith("content_piece", "-publichouse")).isOne();
            assertThat(filler.rowsWith("publication", "-oldhouse"))
                    .as("the ledger keeps what went out")
                    .isOne();
            assertThat(counts).containsKeys("content_version", "crisis_timeline", "mail", "signal");
            assertThat(records.newest(1)).singleElement().satisfies(record -> {
                assertThat(record.kind()).isEqualTo("retention");
                assertThat(record.counts()).isEqualTo(counts);
                assertThat(record.ground()).contains("mails=P180D");
            });
            assertThat(filler.rowsWith("destruction_permit", "")).isZero();
        });
    }

    @Test
    void a_piece_that_was_never_published_goes_after_its_own_period() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            House draft = new House(filler, "-drafthouse", clock.instant().minus(Duration.ofDays(370)));
            House fresh = new House(filler, "-freshhouse", clock.instant().minus(Duration.ofDays(300)));
            for (String table : House.TABLES.subList(0, 10)) {
                draft.build(table);
                fresh.build(table);
            }

            cleanUp.run();

            for (String table : House.TABLES.subList(0, 10)) {
                assertThat(filler.rowsWith(table, "-drafthouse")).as(table).isZero();
                assertThat(filler.rowsWith(table, "-freshhouse")).as(table).isOne();
            }
        });
    }

    @Test
    void what_the_engines_own_clean_up_leaves_behind_goes_too() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String table : List.of("act_hi_op_log", "act_hi_job_log", "act_hi_incident", "act_hi_decinst")) {
                Map<String, Object> ofNoInstance = new HashMap<>();
                for (String column :
                        List.of("removal_time_", "root_proc_inst_id_", "proc_inst_id_", "process_instance_id_")) {
                    ofNoInstance.put(column, null);
                }
                filler.fill(table, clock.instant().minus(Duration.ofDays(200)), "-oldlog", ofNoInstance);
                filler.fill(table, clock.instant().minus(Duration.ofDays(100)), "-newlog", ofNoInstance);
            }

            cleanUp.run();

            for (String table : List.of("act_hi_op_log", "act_hi_job_log", "act_hi_incident", "act_hi_decinst")) {
                assertThat(filler.rowsWith(table, "-oldlog")).as(table).isZero();
                assertThat(filler.rowsWith(table, "-newlog")).as(table).isPositive();
            }
        });
    }

    @Test
    void the_engine_forgets_what_has_ended_and_keeps_what_runs_however_old() {
        deploy("forgetting", 5);
        List<String> words = new ArrayList<>(List.of("canary-past"));
        String ended = runtimeService
                .startProcessInstanceByKey("forgetting", "F-1", Map.of("words", words))
                .getId();
        String running = runtimeService
                .startProcessInstanceByKey("forgetting", "F-2", Map.of("words", words))
                .getId();
        taskService.createComment(null, ended, "canary-past");
        completes("wei", taskOf(ended), Map.of());
        assertThat(engineRows(ended)).isPositive();
        assertThat(byteArrays(ended)).isPositive();
        long ofRunning = engineRows(running);

        timePasses(Duration.ofDays(6));
        engineCleansUp();

        assertThat(engineRows(ended)).isZero();
        assertThat(byteArrays(ended)).isZero();
        assertThat(engineRows(running)).isEqualTo(ofRunning);
        assertThat(runtimeService.getVariable(running, "words")).isEqualTo(words);
    }

    @Test
    void the_run_is_once_a_day_and_watched() {
        Instant morning = LocalDate.of(2061, 3, 1).atTime(1, 0).toInstant(ZoneOffset.UTC);
        theTimeIs(morning);
        cleanUp.look();
        assertThat(watch.standing().lastRun()).as("too early").isNull();

        theTimeIs(morning.plus(Duration.ofHours(2)));
        transaction.executeWithoutResult(status -> {
            // Nothing of other stories may go.
            status.setRollbackOnly();
            cleanUp.look();
            assertThat(watch.standing().lastRun()).isEqualTo(clock.instant());
            assertThat(names()).doesNotContain("clean-up late", "clean-up failed");

            timePasses(Duration.ofHours(27));
            assertThat(names()).contains("clean-up late", "engine clean-up late");
            cleanUp.look();
            assertThat(names()).doesNotContain("clean-up late");
        });
    }

    @Test
    void a_run_that_fails_is_told_and_made_again() {
        theTimeIs(LocalDate.of(2061, 3, 5).atTime(3, 0).toInstant(ZoneOffset.UTC));
        jdbc.sql("insert into clean_up_run (id, started_at, problem) values (?, ?, 'the disk is full')")
                .params(LocalDate.of(2061, 3, 5).toEpochDay(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(watch.troubles())
                .anySatisfy(trouble -> assertThat(trouble.sentence()).contains("the disk is full"));

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            cleanUp.look();
            assertThat(names()).doesNotContain("clean-up failed");
        });
    }

    @Test
    void an_engine_clean_up_without_retries_is_told() {
        historyService.cleanUpHistoryAsync(true);
        Job job = historyService.findHistoryCleanupJobs().get(0);
        managementService.setJobRetries(job.getId(), 0);
        try {
            assertThat(names()).contains("engine clean-up given up");
        } finally {
            managementService.setJobRetries(job.getId(), 3);
        }
        assertThat(names()).doesNotContain("engine clean-up given up");
    }

    /** Never deleted: the ledger and the sign that a post is gone; a rota; how people are reached. */
    private static final List<String> KEPT =
            List.of("publication", "site_post", "oncall_rota", "oncall_address", "oncall_dead_address");

    /** What belongs to no work that could be under way. */
    private static final List<String> LONE = List.of(
            "mail",
            "crisis_link",
            "crisis_follow_up",
            "publication_hold",
            "oncall_stand_in",
            "oncall_absence",
            "oncall_planned_shift",
            "oncall_feed",
            "oncall_finding",
            "oncall_swap",
            "oncall_handover");

    private House build(String suffix, Instant at, Map<String, Object> said) {
        House house = new House(filler, suffix, at);
        House.TABLES.forEach(table -> house.build(table, said));
        return house;
    }

    private List<String> names() {
        return watch.troubles().stream().map(trouble -> trouble.name()).toList();
    }

    private void engineCleansUp() {
        historyService.cleanUpHistoryAsync(true);
        historyService.findHistoryCleanupJobs().forEach(job -> managementService.executeJob(job.getId()));
    }

    private long engineRows(String instance) {
        return filler.tables().stream()
                .filter(table -> table.startsWith("act_hi_"))
                .filter(table -> filler.columns(table).stream()
                        .anyMatch(column -> column.name().equals("root_proc_inst_id_")))
                .mapToLong(table -> jdbc.sql("select count(*) from " + table + " where root_proc_inst_id_ = ?")
                        .param(instance)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private long byteArrays(String instance) {
        return jdbc.sql("select count(*) from act_ge_bytearray where root_proc_inst_id_ = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }

    private org.camunda.bpm.engine.task.Task taskOf(String instance) {
        return taskService.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private void deploy(String key, int days) {
        deployments.add(repositoryService
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(days)
                                .startEvent()
                                .userTask("UserTask_Wait")
                                .camundaCandidateGroups("writers")
                                .endEvent()
                                .done())
                .deploy()
                .getId());
    }
}
