package io.watchdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.AnswersDropped;
import io.watchdesk.platform.People;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogTest extends ProcessSpecification {

    private static final int THREADS = 16;
    private static final int ENTRIES_A_THREAD = 50;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEventPublisher events;

    private final String subject = "C-" + UUID.randomUUID();

    @Test
    void an_entry_says_who_did_what_when() {
        theTimeIs(Instant.parse("2030-01-01T08:00:00.123Z"));

        as("rita", () -> audit.record("test.approved", subject, null, Map.of("verdict", "春茶 🍵 \uD83C")));

        AuditEntry entry = only();
        assertThat(entry.actor()).isEqualTo("rita");
        assertThat(entry.at()).isEqualTo("2030-01-01T08:00:00.123Z");
        assertThat(entry.action()).isEqualTo("test.approved");
        assertThat(entry.before()).isNull();
        assertThat(entry.after()).isEqualTo("{\"verdict\":\"春茶 🍵 \uFFFD\"}");
        assertThat(entry.intact()).isTrue();
    }

    @Test
    void work_without_a_person_is_recorded_for_the_system() {
        audit.record("test.timed", subject, 1, 2);

        assertThat(only().actor()).isEqualTo(People.SYSTEM);
    }

    @Test
    void entries_of_one_transaction_stand_together_and_go_with_it() {
        transaction.executeWithoutResult(status -> {
            audit.record("test.first", subject, null, null);
            audit.record("test.second", subject, null, null);
        });
        transaction.executeWithoutResult(status -> {
            audit.record("test.undone", subject, null, null);
            status.setRollbackOnly();
        });

        List<AuditEntry> found = entries.about(subject, 10);
        assertThat(found).extracting(AuditEntry::action).containsExactly("test.second", "test.first");
        assertThat(found.get(0).sequence()).isEqualTo(found.get(1).sequence() + 1);
        assertThat(found.get(0).previousHash()).isEqualTo(found.get(1).hash());
    }

    @Test
    void a_transaction_within_keeps_its_entry_when_the_outer_one_rolls_back() {
        TransactionTemplate within = new TransactionTemplate(transaction.getTransactionManager());
        within.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            audit.record("test.outer", subject, null, null);
            within.executeWithoutResult(inner -> audit.record("test.inner", subject, null, null));
            status.setRollbackOnly();
        });

        assertThat(only().action()).isEqualTo("test.inner");
    }

    @Test
    void what_is_recorded_while_a_transaction_ends_is_not_lost() {
        transaction.executeWithoutResult(status -> {
            audit.record("test.during", subject, null, null);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    audit.record("test.beforeCommit", subject, null, null);
                }

                @Override
                public void afterCommit() {
                    audit.record("test.afterCommit", subject, null, null);
                }
            });
        });

        assertThat(entries.about(subject, 10))
                .extracting(AuditEntry::action)
                .containsExactly("test.afterCommit", "test.beforeCommit", "test.during");
    }

    @Test
    void a_completion_that_commits_leaves_one_entry_and_one_that_fails_leaves_none() {
        String deployment = auditedTask();
        try {
            starts("audited", subject, Map.of());
            Task task = task("UserTask_Answer");

            assertThatThrownBy(() -> taskService.complete(task.getId(), Map.of("answer", "unknown")))
                    .hasMessageContaining("No outgoing sequence flow");
            assertThat(entries.about(subject, 10)).isEmpty();

            String tooLongForTheEngine = "x".repeat(5000);
            assertThatThrownBy(() ->
                            taskService.complete(task.getId(), Map.of("answer", "yes", "long", tooLongForTheEngine)))
                    .as("a failure of the flush, after all work of the command")
                    .isInstanceOf(RuntimeException.class);
            assertThat(entries.about(subject, 10)).isEmpty();

            taskService.complete(task.getId(), Map.of("answer", "yes"));
            assertThat(only().action()).isEqualTo("test.answered");
        } finally {
            repositoryService.deleteDeployment(deployment, true);
        }
    }

    @Test
    void many_writers_at_once_make_one_unbroken_chain() throws Exception {
        long before = entries.head().sequence();
        ExecutorService writers = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try {
            Callable<Void> writer = () -> {
                together.await();
                for (int i = 0; i < ENTRIES_A_THREAD; i++) {
                    int number = i;
                    transaction.executeWithoutResult(
                            status -> audit.record("test.written", subject, number, number + 1));
                }
                return null;
            };
            for (var done : writers.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> writer).toList())) {
                done.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(entries.head().sequence()).isEqualTo(before + THREADS * ENTRIES_A_THREAD);
        assertThat(verification.verify().intact())
                .as(verification.verify().sentence())
                .isTrue();
    }

    @Test
    void the_database_refuses_to_change_or_delete_an_entry() {
        audit.record("test.written", subject, null, null);

        assertThatThrownBy(() -> database.sql("update audit_entry set actor = 'nobody' where subject = ?")
                        .param(subject)
                        .update())
                .hasStackTraceContaining("The audit log is append only");
        assertThatThrownBy(() -> database.sql("delete from audit_entry where subject = ?")
                        .param(subject)
                        .update())
                .hasStackTraceContaining("The audit log is append only");
        assertThat(only().actor()).isEqualTo(People.SYSTEM);
    }

    @Test
    void answers_that_no_form_asks_for_are_remembered() {
        events.publishEvent(new AnswersDropped("wei", "UserTask_WriteDraft", subject, List.of("approved", "hash")));

        assertThat(only().action()).isEqualTo("platform.answersDropped");
        assertThat(only().after()).contains("wei", "UserTask_WriteDraft", "approved", "hash");
    }

    private AuditEntry only() {
        List<AuditEntry> found = entries.about(subject, 10);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String auditedTask() {
        RecordAnswer.log = audit;
        BpmnModelInstance model = Bpmn.createExecutableProcess("audited")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("UserTask_Answer")
                .camundaTaskListenerClass("complete", RecordAnswer.class.getName())
                .exclusiveGateway()
                .condition("yes", "${answer == 'yes'}")
                .endEvent()
                .moveToLastGateway()
                .condition("no", "${answer == 'no'}")
                .endEvent()
                .done();
        CamundaProperty answers = model.newInstance(CamundaProperty.class);
        answers.setCamundaName("answers");
        answers.setCamundaValue("answer,long");
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.getCamundaProperties().add(answers);
        UserTask task = model.getModelElementById("UserTask_Answer");
        task.builder().addExtensionElement(properties);
        return repositoryService
                .createDeployment()
                .addModelInstance("audited.bpmn", model)
                .deploy()
                .getId();
    }

    /** What a listener of the product does: it records the answer in the transaction of the completion. */
    public static final class RecordAnswer implements TaskListener {

        private static AuditLog log;

        @Override
        public void notify(DelegateTask task) {
            log.record("test.answered", task.getExecution().getProcessBusinessKey(), null, task.getVariable("answer"));
        }
    }
}
