package io.watchdesk.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Shows that the checker can see: one hole for each invariant is torn into a world in which everything holds, and the
 * checker must name exactly that invariant. The database is damaged in transactions that are rolled back.
 */
final class Teeth {

    private final World world;

    Teeth(World world) {
        this.world = world;
    }

    /** A hole for each invariant. */
    private List<Hole> holes() {
        return List.of(
                sql(
                        Invariant.INTAKE,
                        "a stored signal is lost",
                        "delete from signal where id = '%s'"
                                .formatted(world.receipts().iterator().next().signalId())),
                seen(
                        Invariant.PUBLISH,
                        "a platform takes a post twice",
                        evidence -> evidence.plusPost(
                                evidence.posts().keySet().iterator().next())),
                sql(
                        Invariant.PUBLISH,
                        "a publication is forgotten on its way",
                        "update publication set state = 'UNKNOWN' where id = (select max(id) from publication where"
                                + " state = 'PUBLISHED')"),
                sql(
                        Invariant.NOBODY_SILENT,
                        "the timer of a crisis that nobody has is gone",
                        "delete from act_ru_job where process_def_key_ = 'crisis-escalation'",
                        "update crisis set holder = null"),
                seen(
                        Invariant.NOTICE,
                        "a mail is lost on its way",
                        evidence -> evidence.withMails(without(evidence.mails(), "PG-", "self-watch"))),
                sql(
                        Invariant.AUDIT,
                        "an audit entry is missing",
                        "delete from audit_entry where sequence = (select max(sequence) / 2 from audit_entry)"),
                sql(
                        Invariant.NO_DEAD_JOB,
                        "a job is given up and nobody knows",
                        "update act_ru_job set retries_ = 0 where id_ = (select max(id_) from act_ru_job where"
                                + " process_def_key_ is not null)"),
                sql(
                        Invariant.FOUR_EYES,
                        "somebody approved an own text",
                        "update review_sign_off set person = 'wanda' where id = (select min(id) from review_sign_off)"),
                seen(
                        Invariant.NO_LEAK,
                        "an error stands in the log",
                        evidence -> evidence.plusLine("2026-11-22T12:00:00.000Z ERROR [main] c.e.C : It broke.")),
                seen(
                        Invariant.NO_LEAK,
                        "an answer tells of the inside",
                        evidence -> evidence.withAnswers(List.of(new Evidence.Answer(
                                "GET /",
                                500,
                                null,
                                "java.lang.NullPointerException at io.watchdesk.Desk(Desk.java:1)")))));
    }

    /** The holes that the checker did not see, or took for another one; empty when it has all its teeth. */
    List<String> missing() {
        return world.whileOpen(this::missing);
    }

    private List<String> missing(Connection connection) {
        List<String> missing = new ArrayList<>();
        for (Hole hole : holes()) {
            List<Breach> found = torn(hole, connection);
            if (found.stream().noneMatch(breach -> breach.invariant() == hole.invariant)) {
                missing.add("%s (%s): %s".formatted(hole.name, hole.invariant, found));
            }
        }
        return missing;
    }

    private List<Breach> torn(Hole hole, Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        try {
            triggers(jdbc, false);
            connection.setAutoCommit(false);
            try {
                hole.statements.forEach(statement -> jdbc.sql(statement).update());
                return new InvariantChecker(jdbc).breaches(hole.seen.apply(world.evidence()));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                triggers(jdbc, true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database itself refuses to change the audit log, so its guard steps aside for the damage. */
    private void triggers(JdbcClient jdbc, boolean on) {
        if (world.postgres() != null) {
            jdbc.sql("alter table audit_entry %s trigger user".formatted(on ? "enable" : "disable"))
                    .update();
        } else {
            jdbc.sql(
                            on
                                    ? "create trigger audit_entry_append_only before update, delete on audit_entry for each"
                                            + " row call 'io.watchdesk.audit.AppendOnlyTrigger'"
                                    : "drop trigger audit_entry_append_only")
                    .update();
        }
    }

    private static Map<String, Integer> without(Map<String, Integer> mails, String... kept) {
        Map<String, Integer> fewer = new java.util.HashMap<>(mails);
        fewer.keySet().removeIf(id -> java.util.Arrays.stream(kept).noneMatch(id::contains));
        return fewer;
    }

    private static Hole sql(Invariant invariant, String name, String... statements) {
        return new Hole(invariant, name, List.of(statements), UnaryOperator.identity());
    }

    private static Hole seen(Invariant invariant, String name, UnaryOperator<Evidence> change) {
        return new Hole(invariant, name, List.of(), change);
    }

    private record Hole(Invariant invariant, String name, List<String> statements, UnaryOperator<Evidence> seen) {}
}
