package io.watchdesk.crisis;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Roles and hand-overs as rows; the row of the crisis is locked while they change. */
@Component
@Transactional
class RolesBook implements CrisisRoles {

    private final JdbcClient jdbc;
    private final CrisisBook book;
    private final Timeline timeline;
    private final AuditLog audit;
    private final People people;
    private final ResponseProcess process;
    private final Clock clock;

    RolesBook(
            JdbcClient jdbc,
            CrisisBook book,
            Timeline timeline,
            AuditLog audit,
            People people,
            @Lazy ResponseProcess process,
            Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.timeline = timeline;
        this.audit = audit;
        this.people = people;
        this.process = process;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> holder(String crisisId, Role role) {
        return jdbc.sql("select person from crisis_role where crisis_id = ? and role = ? and until is null")
                .params(crisisId, role.name())
                .query(String.class)
                .optional();
    }

    @Override
    public void assign(String crisisId, Role role, String person) {
        Crisis crisis = book.lock(crisisId);
        String before = holder(crisisId, role).orElse(null);
        if (person.equals(before)) {
            return;
        }
        var now = CrisisBook.utc(clock.instant());
        jdbc.sql("update crisis_role set until = ? where crisis_id = ? and role = ? and until is null")
                .params(now, crisisId, role.name())
                .update();
        jdbc.sql("""
                        insert into crisis_role (id, crisis_id, role, person, since)
                        values (nextval('crisis_role_number'), ?, ?, ?, ?)
                        """).params(crisisId, role.name(), person, now).update();
        String name = people.displayName(person);
        timeline.record(
                crisisId,
                "crisis.roleAssigned",
                before == null
                        ? "%s is %s now.".formatted(name, Outcomes.text(role))
                        : "%s is %s now; %s is released."
                                .formatted(name, Outcomes.text(role), people.displayName(before)));
        audit.record(
                "crisis.roleAssigned",
                crisisId,
                Map.of("role", role, "person", before == null ? "" : before),
                Map.of("role", role, "person", person));
        process.roleAssigned(crisis, role, person);
    }

    @Override
    public Offer offer(String crisisId, Role role, String taker, String note) {
        Crisis crisis = book.lock(crisisId);
        String giver = holder(crisisId, role).orElse(null);
        check(crisis, role, giver, taker);
        long id = jdbc.sql("select nextval('crisis_handover_number')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into crisis_handover (id, crisis_id, role, giver, taker, note, offered_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, crisisId, role.name(), giver, taker, note, CrisisBook.utc(clock.instant()))
                .update();
        Offer offer = offer(id);
        timeline.record(
                crisisId,
                "crisis.handoverOffered",
                "%s is asked to take over as %s.".formatted(people.displayName(taker), Outcomes.text(role)));
        audit.record("crisis.handoverOffered", crisisId, null, offer);
        process.handoverOffered(crisis, offer);
        return offer;
    }

    @Override
    public void answer(long offerId, boolean accepted) {
        Offer before = offer(offerId);
        book.lock(before.crisisId());
        String person = people.actor();
        if (!person.equals(before.taker())) {
            throw new Refused("%s was asked; nobody else can answer.".formatted(people.displayName(before.taker())));
        }
        if (offer(offerId).accepted() != null) {
            throw new Refused("This hand-over was answered already.");
        }
        jdbc.sql("update crisis_handover set answered_at = ?, accepted = ? where id = ?")
                .params(CrisisBook.utc(clock.instant()), accepted, offerId)
                .update();
        timeline.record(
                before.crisisId(),
                accepted ? "crisis.handoverAccepted" : "crisis.handoverDeclined",
                accepted
                        ? "%s takes over as %s.".formatted(people.displayName(person), Outcomes.text(before.role()))
                        : "%s does not take over as %s; nothing changes."
                                .formatted(people.displayName(person), Outcomes.text(before.role())));
        audit.record("crisis.handoverAnswered", before.crisisId(), before, offer(offerId));
        if (accepted) {
            assign(before.crisisId(), before.role(), person);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Offer offer(long offerId) {
        return jdbc.sql("select * from crisis_handover where id = ?")
                .param(offerId)
                .query(RolesBook::offer)
                .optional()
                .orElseThrow(() -> new Refused("There is no such hand-over."));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> of(String crisisId) {
        return jdbc.sql("select * from crisis_role where crisis_id = ? order by id")
                .param(crisisId)
                .query((row, number) -> new Held(
                        Role.valueOf(row.getString("role")),
                        row.getString("person"),
                        CrisisBook.instant(row, "since"),
                        CrisisBook.instant(row, "until")))
                .list();
    }

    private void check(Crisis crisis, Role role, String giver, String taker) {
        String person = people.actor();
        boolean command = people.groupsOf(person).contains(CrisisRights.COMMAND)
                || holder(crisis.id(), Role.COMMANDER).filter(person::equals).isPresent();
        if (!crisis.open()) {
            throw new Refused("%s is over; no role passes on any more.".formatted(crisis.id()));
        }
        if (!person.equals(giver) && !command) {
            throw new Refused("Only who has this role and crisis command can hand it over.");
        }
        if (people.find(taker).isEmpty()) {
            throw new Refused("Nobody here is called \"%s\".".formatted(taker));
        }
        if (taker.equals(giver)) {
            throw new Refused("%s has this role already.".formatted(people.displayName(taker)));
        }
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getLong("id"),
                row.getString("crisis_id"),
                Role.valueOf(row.getString("role")),
                row.getString("giver"),
                row.getString("taker"),
                row.getString("note"),
                (Boolean) row.getObject("accepted"));
    }
}
