package io.watchdesk.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What goes out, went out or is held in a span of time. */
@Repository
@Transactional(readOnly = true)
public class PublicationPlan {

    private static final String UNDER_WAY = "'PLANNED', 'READY', 'IN_FLIGHT', 'WITH_PERSON', 'UNKNOWN', 'REFUSED'";

    private final JdbcClient jdbc;

    PublicationPlan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By slot, as clocks of the accounts show it; what was dropped is left out.
     *
     * @param account an account's id, or null for all
     * @param until the first moment after
     */
    public List<Planned> between(LocalDateTime from, LocalDateTime until, String account, int limit) {
        List<Object> values = new ArrayList<>(List.of(from, until));
        if (account != null) {
            values.add(account);
        }
        values.add(limit);
        return jdbc.sql("select * from publication where slot_local >= ? and slot_local < ? and state <> 'DROPPED'"
                        + (account == null ? "" : " and account_id = ?")
                        + " order by slot_local, id fetch first ? rows only")
                .params(values)
                .query(PublicationPlan::planned)
                .list();
    }

    /**
     * What went out in this time and is still out, by time; corrections are left out.
     *
     * @param account an account's id, or null for all
     * @param until the first moment after
     */
    public List<Out> outBetween(Instant from, Instant until, String account, int limit) {
        List<Object> values = new ArrayList<>(List.of(Publications.utc(from), Publications.utc(until)));
        if (account != null) {
            values.add(account);
        }
        values.add(limit);
        return jdbc.sql("select id, piece_id, account_id, published_at, link from publication"
                        + " where published_at >= ? and published_at < ? and state = 'PUBLISHED' and corrects is null"
                        + (account == null ? "" : " and account_id = ?")
                        + " order by published_at, id fetch first ? rows only")
                .params(values)
                .query((row, number) -> new Out(
                        row.getString("id"),
                        row.getString("piece_id"),
                        row.getString("account_id"),
                        Publications.instant(row, "published_at"),
                        row.getString("link")))
                .list();
    }

    /** Keeps slots from being given until the transaction ends: the first step before looking for a free one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockSlots() {
        jdbc.sql("select id from publication_slot_guard where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** What waits to go out on an account at exactly this moment. */
    public Optional<Planned> occupant(String account, Instant at) {
        return jdbc.sql("select * from publication where account_id = ? and slot_at = ?" + " and state in (" + UNDER_WAY
                        + ") order by id fetch first 1 rows only")
                .params(account, Publications.utc(at))
                .query(PublicationPlan::planned)
                .optional();
    }

    /** The moments after this one at which something waits to go out on an account. */
    Set<Instant> taken(String account, Instant after) {
        return Set.copyOf(jdbc.sql("select distinct slot_at from publication where account_id = ? and slot_at > ?"
                        + " and state in (" + UNDER_WAY + ")")
                .params(account, Publications.utc(after))
                .query((row, number) -> Publications.instant(row, "slot_at"))
                .list());
    }

    /** What is on its way to an account, by slot. */
    List<Planned> underWay(String account) {
        return jdbc.sql("select * from publication where account_id = ? and state in (" + UNDER_WAY
                        + ") order by slot_at, id")
                .param(account)
                .query(PublicationPlan::planned)
                .list();
    }

    /** What waits for its slot: each text once that may still go out. */
    List<Waiting> waiting() {
        return jdbc.sql("select distinct piece_id, revision from publication where state in ('PLANNED', 'READY')"
                        + " order by piece_id, revision")
                .query((row, number) -> new Waiting(row.getString("piece_id"), row.getInt("revision")))
                .list();
    }

    /** Holds that were open at some time between these moments, oldest first. */
    public List<Hold> heldBetween(Instant from, Instant until, int limit) {
        return jdbc.sql("select * from publication_hold where since < ? and (released_at is null or released_at > ?)"
                        + " order by since, id fetch first ? rows only")
                .params(Publications.utc(until), Publications.utc(from), limit)
                .query((row, number) -> new Hold(
                        row.getString("id"),
                        Hold.Scope.valueOf(row.getString("scope")),
                        row.getString("scope_value"),
                        row.getString("reason"),
                        row.getString("owner"),
                        row.getString("placed_by"),
                        Publications.instant(row, "since"),
                        row.getString("released_by"),
                        Publications.instant(row, "released_at")))
                .list();
    }

    private static Planned planned(ResultSet row, int number) throws SQLException {
        Publication.State state = Publication.State.valueOf(row.getString("state"));
        return new Planned(
                row.getString("id"),
                row.getString("piece_id"),
                row.getString("account_id"),
                state,
                row.getObject("slot_local", LocalDateTime.class),
                row.getString("slot_zone"),
                row.getString("link"),
                state == Publication.State.PLANNED
                        || state == Publication.State.READY
                        || state == Publication.State.REFUSED);
    }

    /** A text that waits to go out. */
    record Waiting(String pieceId, int revision) {}

    /** A publication that is out. */
    public record Out(String publicationId, String pieceId, String accountId, Instant publishedAt, String link) {}

    /**
     * A publication at its time.
     *
     * @param local as clocks of the account show it
     * @param link where it can be read, or null
     * @param movable whether it still waits
     */
    public record Planned(
            String publicationId,
            String pieceId,
            String accountId,
            Publication.State state,
            LocalDateTime local,
            String zone,
            String link,
            boolean movable) {}
}
