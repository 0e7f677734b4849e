package io.watchdesk.review;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approvals in our own table; a voided one stays, with when, by whom and why. */
@Component
@Transactional
class ApprovalRegister implements Approvals {

    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final ReviewStore store;
    private final AuditLog audit;
    private final People people;
    private final Clock clock;

    ApprovalRegister(JdbcClient jdbc, ReviewStore store, AuditLog audit, People people, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<Approval> current(String pieceId) {
        return newest(pieceId, "and voided_at is null");
    }

    @Override
    public Optional<Approval> lastGiven(String pieceId) {
        return newest(pieceId, "");
    }

    @Override
    public void voidApproval(String pieceId, String reason) {
        Optional<Approval> inForce = current(pieceId);
        if (inForce.isEmpty()) {
            return;
        }
        jdbc.sql("update approval set voided_at = ?, voided_by = ?, void_reason = ?"
                        + " where piece_id = ? and voided_at is null")
                .params(
                        ReviewStore.timestamp(clock.instant()),
                        people.actor(),
                        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
                        pieceId)
                .update();
        audit.record(
                "review.approvalVoided",
                pieceId,
                Map.of("hash", inForce.get().hash(), "version", inForce.get().version()),
                Map.of("reason", reason));
    }

    /** Gives the approval that a round reached; one given before for other content is voided. */
    void give(Round round) {
        voidApproval(round.pieceId(), "A newer version was approved.");
        jdbc.sql("insert into approval (id, piece_id, version, content_hash, list_version, round_id, approved_at)"
                        + " values (nextval('approval_number'), ?, ?, ?, ?, ?, ?)")
                .params(
                        round.pieceId(),
                        round.version(),
                        round.hash(),
                        round.listVersion(),
                        round.id(),
                        ReviewStore.timestamp(clock.instant()))
                .update();
    }

    private Optional<Approval> newest(String pieceId, String condition) {
        return jdbc.sql("select * from approval where piece_id = ? " + condition
                        + " order by approved_at desc, id desc fetch first 1 rows only")
                .params(pieceId)
                .query(this::toApproval)
                .optional();
    }

    private Approval toApproval(ResultSet row, int number) throws SQLException {
        List<Approvals.SignOff> signOffs = store.signOffs(row.getString("round_id")).stream()
                .filter(given -> given.verdict() == Verdict.APPROVED)
                .map(given -> new Approvals.SignOff(given.stage(), given.person(), given.signedAt(), given.comment()))
                .toList();
        return new Approval(
                row.getString("piece_id"),
                row.getInt("version"),
                row.getString("content_hash"),
                row.getString("list_version"),
                signOffs,
                ReviewStore.instant(row, "approved_at"));
    }
}
