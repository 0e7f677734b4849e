package io.watchdesk.desk.crisis;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisHolds;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.crisis.CrisisRoles;
import io.watchdesk.crisis.Demands;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.desk.crisis.Situation.Entry;
import io.watchdesk.desk.crisis.Situation.Held;
import io.watchdesk.desk.crisis.Situation.May;
import io.watchdesk.desk.crisis.Situation.RoleLine;
import io.watchdesk.desk.crisis.Situation.SignalBar;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.escalation.LadderSheet;
import io.watchdesk.escalation.LadderSheets;
import io.watchdesk.escalation.TakingByHand;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a crisis shows, for those who may see crises. */
@Component
@Transactional(readOnly = true)
public class Situations {

    /** How much of the time line is shown at first, and at most. */
    private static final int ENTRIES = 30;

    private static final int ALL_ENTRIES = 2000;

    /** More names would push what matters off the first screen; the ladder below has all. */
    private static final int MOST_CALLED = 5;

    private final Crises crises;
    private final CrisisRights rights;
    private final CrisisRoles roles;
    private final CrisisHolds holds;
    private final Demands demands;
    private final LadderSheets sheets;
    private final TakingByHand taking;
    private final ShownClocks clocks;
    private final SituationRows rows;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;

    Situations(
            Crises crises,
            CrisisRights rights,
            CrisisRoles roles,
            CrisisHolds holds,
            Demands demands,
            LadderSheets sheets,
            TakingByHand taking,
            ShownClocks clocks,
            SituationRows rows,
            Accounts accounts,
            People people,
            Clock clock) {
        this.crises = crises;
        this.rights = rights;
        this.roles = roles;
        this.holds = holds;
        this.demands = demands;
        this.sheets = sheets;
        this.taking = taking;
        this.clocks = clocks;
        this.rows = rows;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The situation now.
     *
     * @param everything whether the whole time line is wanted
     * @throws Refused when there is no such crisis, or the person may not see crises
     */
    public Situation of(String crisisId, boolean everything) {
        rights.maySee();
        Crisis crisis = crises.get(crisisId);
        LadderSheet ladder = sheets.of(crisisId);
        int most = everything ? ALL_ENTRIES : ENTRIES;
        List<Timeline.Entry> entries = rows.entries(crisisId, most + 1);
        List<SignalBar> bars = rows.bars(crisisId, crisis.closedAt() == null ? clock.instant() : crisis.closedAt());
        return new Situation(
                crisis,
                Outcomes.text(crisis.level()),
                Outcomes.text(crisis.state()),
                crisis.accounts().stream().map(this::account).toList(),
                person(crisis.holder()),
                person(roles.holder(crisisId, CrisisRoles.Role.COMMANDER).orElse(null)),
                turn(ladder),
                ladder,
                clocks.of(crisis, ladder),
                roles.of(crisisId).stream()
                        .filter(held -> held.until() == null)
                        .map(held -> new RoleLine(Outcomes.text(held.role()), person(held.person()), held.since()))
                        .toList(),
                held(crisis),
                rows.statements(crisisId),
                bars.stream().mapToLong(SignalBar::signals).sum(),
                bars,
                entries.stream()
                        .limit(most)
                        .map(entry -> new Entry(entry, person(entry.by())))
                        .toList(),
                entries.size() > most,
                new May(taking.offered(crisis), taking.asked(crisis), mayClimb() ? ladder.tiers() : List.of()));
    }

    /** Who was called, the latest first: each of them can take it. */
    private static List<String> turn(LadderSheet ladder) {
        List<String> called = new ArrayList<>(
                ladder.paged().stream().map(Ladder.Paged::person).toList());
        Collections.reverse(called);
        return ladder.holder() != null
                ? List.of()
                : called.stream().distinct().limit(MOST_CALLED).toList();
    }

    private Held held(Crisis crisis) {
        List<String> affected = crisis.open() ? holds.affected(crisis) : List.of();
        return new Held(
                Outcomes.text(demands.of(crisis).hold()),
                crisis.open() && holds.held(crisis.id()),
                affected.size(),
                rows.posts(affected));
    }

    private boolean mayClimb() {
        try {
            rights.mustBeOnTheLine();
            return true;
        } catch (Refused notOnTheLine) {
            return false;
        }
    }

    private String account(String id) {
        return accounts.find(id).map(Account::name).orElse(id);
    }

    private String person(String id) {
        return id == null ? null : people.displayName(id);
    }
}
