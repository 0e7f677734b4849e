package io.watchdesk.benchmark;

import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.TableCopies;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Posts of the demo on PostgreSQL that wait for their slots, as many as a benchmark needs: copies of one that is approved. */
final class ScheduledPosts {

    /** Where a post waits. */
    static final String WAITING = "UserTask_AwaitSlot";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String SAME_INSTANCE = "s.proc_inst_id_ = ?";

    private final JdbcClient jdbc;
    private final TableCopies copies;
    private final String task;
    private final String instance;
    private final String publication;
    private final String piece;

    /** Waits until the demo has a post that waits for its slot. */
    ScheduledPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.copies = new TableCopies(jdbc);
        // The demo's own people hold one of its posts, which must not be the one that is copied.
        await().atMost(LONGEST)
                .until(() -> jdbc.sql("select count(*) from publication_hold")
                                        .query(Long.class)
                                        .single()
                                > 0
                        && waiting() > 0);
        this.task = text("select id_ from act_ru_task where task_def_key_ = ? order by create_time_ limit 1", WAITING);
        this.instance = text("select proc_inst_id_ from act_ru_task where id_ = ?", task);
        this.publication =
                text("select text_ from act_ru_variable where proc_inst_id_ = ? and name_ = 'publicationId'", instance);
        this.piece = text("select piece_id from publication where id = ?", publication);
    }

    /** The id of the account on which they wait. */
    String account() {
        return text("select account_id from publication where id = ?", publication);
    }

    /** How many posts wait for their slots. */
    long waiting() {
        return jdbc.sql("select count(*) from act_ru_task where task_def_key_ = ?")
                .param(WAITING)
                .query(Long.class)
                .single();
    }

    /**
     * Copies the post with its piece, its approval and its process.
     *
     * @param first slot of them
     * @param apart how long after it the next one has its own
     */
    void copy(int posts, Instant first, Duration apart) {
        String slot = "(timestamptz '%s' + (n - 1) * interval '%d milliseconds')".formatted(first, apart.toMillis());
        copies.copy("content_piece", "s.id = ?", piece, posts, "'id', 'B-' || n");
        copies.copy("content_version", "s.piece_id = ?", piece, posts, "'piece_id', 'B-' || n");
        copies.copy(
                "approval", "s.piece_id = ?", piece, posts, "'id', nextval('approval_number'), 'piece_id', 'B-' || n");
        copies.copy(
                "publication",
                "s.id = ?",
                publication,
                posts,
                ("'id', s.id || '-' || n, 'piece_id', 'B-' || n, 'ledger_key', s.ledger_key || '-' || n,"
                                + " 'slot_local', %1$s at time zone s.slot_zone, 'slot_at', %1$s")
                        .formatted(slot));
        String same = "'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                + " 'execution_id_', s.execution_id_ || '-' || n";
        copies.copy(
                "act_ru_execution",
                SAME_INSTANCE,
                instance,
                posts,
                "'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                        + " 'root_proc_inst_id_', s.proc_inst_id_ || '-' || n, 'parent_id_', s.parent_id_ || '-' || n,"
                        + " 'super_exec_', null, 'business_key_', case when s.business_key_ is null then null else"
                        + " 'B-' || n end");
        copies.copy("act_ru_task", SAME_INSTANCE, instance, posts, same);
        copies.copy(
                "act_ru_variable",
                "s.bytearray_id_ is null and " + SAME_INSTANCE,
                instance,
                posts,
                same
                        + ", 'var_scope_', s.var_scope_ || '-' || n, 'task_id_', s.task_id_ || '-' || n, 'text_', case s.name_"
                        + " when 'publicationId' then s.text_ || '-' || n when 'pieceId' then 'B-' || n else s.text_ end");
        copies.copy("act_ru_event_subscr", SAME_INSTANCE, instance, posts, same);
        copies.copy(
                "act_ru_identitylink",
                "s.task_id_ = ?",
                task,
                posts,
                "'id_', s.id_ || '-' || n, 'task_id_', s.task_id_ || '-' || n");
        // The engine keeps the times of jobs in UTC, as the JVM of the demo does.
        copies.copy(
                "act_ru_job",
                "s.process_instance_id_ = ?",
                instance,
                posts,
                "'id_', s.id_ || '-' || n, 'process_instance_id_', s.process_instance_id_ || '-' || n,"
                        + " 'execution_id_', s.execution_id_ || '-' || n, 'duedate_', " + slot + " at time zone 'UTC'");
        jdbc.sql("analyze").update();
    }

    private String text(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).single();
    }
}
