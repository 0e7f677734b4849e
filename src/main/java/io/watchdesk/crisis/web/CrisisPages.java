package io.watchdesk.crisis.web;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.CrisisHolds;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.crisis.CrisisRoles;
import io.watchdesk.crisis.CrisisRoles.Role;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Demands;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.crisis.Ratings;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.crisis.web.CrisisPage.ClockLine;
import io.watchdesk.crisis.web.CrisisPage.EntryLine;
import io.watchdesk.crisis.web.CrisisPage.HoldLine;
import io.watchdesk.crisis.web.CrisisPage.Line;
import io.watchdesk.crisis.web.CrisisPage.Named;
import io.watchdesk.crisis.web.CrisisPage.RoleLine;
import io.watchdesk.crisis.web.CrisisPage.SignalLine;
import io.watchdesk.crisis.web.CrisisPage.WishLine;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.signal.Signals;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what pages show of a crisis. */
@Component
class CrisisPages {

    /** Each of these ends with its milestone; the others run as long as the crisis. */
    private static final Map<Deadline, Milestone> ENDS = Map.of(
            Deadline.TRIAGE, Milestone.TRIAGED,
            Deadline.COMMAND, Milestone.COMMAND_ASSEMBLED,
            Deadline.HOLDING_STATEMENT, Milestone.HOLDING_STATEMENT_OUT,
            Deadline.FULL_STATEMENT, Milestone.FULL_STATEMENT_OUT);

    private final CrisisCommand command;
    private final CrisisResponse response;
    private final CrisisRoles roles;
    private final CrisisRights rights;
    private final CrisisHolds holds;
    private final Demands demands;
    private final Deadlines deadlines;
    private final Ratings ratings;
    private final Timeline timeline;
    private final Signals signals;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;

    CrisisPages(
            CrisisCommand command,
            CrisisResponse response,
            CrisisRoles roles,
            CrisisRights rights,
            CrisisHolds holds,
            Demands demands,
            Deadlines deadlines,
            Ratings ratings,
            Timeline timeline,
            Signals signals,
            Accounts accounts,
            People people,
            Clock clock) {
        this.command = command;
        this.response = response;
        this.roles = roles;
        this.rights = rights;
        this.holds = holds;
        this.demands = demands;
        this.deadlines = deadlines;
        this.ratings = ratings;
        this.timeline = timeline;
        this.signals = signals;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    Line line(Crisis crisis) {
        return new Line(
                crisis.id(),
                crisis.title(),
                Outcomes.text(crisis.level()),
                Outcomes.text(crisis.state()),
                crisis.drill(),
                named(crisis.accounts()),
                crisis.topic(),
                crisis.firstSighted(),
                crisis.openedAt(),
                person(crisis.holder()),
                crisis.closedAt());
    }

    CrisisPage page(Crisis crisis) {
        String id = crisis.id();
        return new CrisisPage(
                id,
                crisis.title(),
                Outcomes.text(crisis.level()),
                crisis.reasons(),
                Outcomes.text(ratings.byTable(id).level()),
                Outcomes.text(crisis.state()),
                crisis.drill(),
                crisis.scenario(),
                crisis.topic(),
                named(crisis.accounts()),
                crisis.firstSighted(),
                crisis.openedAt(),
                person(crisis.holder()),
                crisis.acknowledgedAt(),
                crisis.closedAt(),
                command.outcome(id),
                person(roles.holder(id, Role.COMMANDER).orElse(null)),
                command.matterPublic(id),
                facts(command.facts(id)),
                roles.of(id).stream()
                        .map(held -> new RoleLine(
                                Outcomes.text(held.role()), person(held.person()), held.since(), held.until()))
                        .toList(),
                new HoldLine(
                        Outcomes.text(demands.of(crisis).hold()),
                        holds.held(id),
                        crisis.open() ? holds.affected(crisis) : List.of()),
                crisis.open() ? clocks(crisis) : List.of(),
                signals.ofCrisis(id).stream()
                        .map(signal -> new SignalLine(
                                signal.id(), signal.source(), signal.title(), signal.link(), signal.occurredAt()))
                        .toList(),
                milestones(id),
                crisis.open() ? command.missing(crisis) : List.of(),
                crisis.open() && rights.mayCommand(id),
                ratings.wish(id)
                        .map(wish -> new WishLine(Outcomes.text(wish.level()), wish.reason(), person(wish.askedBy())))
                        .orElse(null));
    }

    List<EntryLine> timeline(String crisisId) {
        return timeline.of(crisisId).stream()
                .map(entry -> new EntryLine(
                        entry.number(), entry.at(), entry.kind(), person(entry.by()), entry.text(), entry.composed()))
                .toList();
    }

    /** Known facts only, by the names of the table's inputs. */
    static Map<String, String> facts(Facts facts) {
        Map<String, String> known = new LinkedHashMap<>();
        put(known, "mentionsRatio", facts.mentionsRatio());
        put(known, "hotSearch", facts.hotSearch());
        put(known, "negativeShare", facts.negativeShare());
        put(known, "carrier", facts.carrier());
        put(known, "platforms", facts.platforms());
        put(known, "harm", facts.harm());
        put(known, "accountState", facts.accountState());
        put(known, "legal", facts.legal());
        put(known, "cluster", facts.cluster());
        put(known, "repeated", facts.repeated());
        return known;
    }

    private static void put(Map<String, String> known, String name, Object value) {
        if (value != null) {
            known.put(name, value instanceof Enum<?> choice ? Outcomes.text(choice) : value.toString());
        }
    }

    private List<ClockLine> clocks(Crisis crisis) {
        Instant now = clock.instant();
        if (response.at(crisis.id(), Milestone.DECLARED_OVER) != null) {
            return deadlines.due(crisis.id(), Deadline.QUIET_PERIOD).stream()
                    .filter(due -> due.isAfter(now))
                    .map(due -> new ClockLine(Outcomes.text(Deadline.QUIET_PERIOD), due, false))
                    .toList();
        }
        List<String> statements = demands.of(crisis).statements();
        return ENDS.entrySet().stream()
                .filter(each -> response.at(crisis.id(), each.getValue()) == null)
                .filter(each -> !statements.isEmpty()
                        || each.getKey() != Deadline.HOLDING_STATEMENT && each.getKey() != Deadline.FULL_STATEMENT)
                .flatMap(each -> deadlines.due(crisis.id(), each.getKey()).stream()
                        .map(due -> new ClockLine(Outcomes.text(each.getKey()), due, !due.isAfter(now))))
                .sorted(Comparator.comparing(ClockLine::due))
                .toList();
    }

    private Map<String, Instant> milestones(String crisisId) {
        Map<String, Instant> reached = new LinkedHashMap<>();
        Arrays.stream(Milestone.values())
                .filter(each -> response.at(crisisId, each) != null)
                .forEach(each -> reached.put(Outcomes.text(each), response.at(crisisId, each)));
        return reached;
    }

    private List<Named> named(List<String> ids) {
        return ids.stream()
                .map(id -> new Named(id, accounts.find(id).map(Account::name).orElse(id)))
                .toList();
    }

    private Named person(String id) {
        return id == null ? null : new Named(id, people.displayName(id));
    }
}
