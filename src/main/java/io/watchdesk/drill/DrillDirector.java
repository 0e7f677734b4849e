package io.watchdesk.drill;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.crisis.Action;
import io.watchdesk.crisis.Actions;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of drills. */
@Service
@Transactional
class DrillDirector implements Drills {

    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ACTIONS = 100;
    private static final String HIDDEN_SCENARIO = "other";
    private static final String HIDDEN_TITLE = "Unannounced drill";

    private final DrillRows rows;
    private final Scripts scripts;
    private final DrillCalendar calendar;
    private final Scoring scoring;
    private final CrisisResponse response;
    private final Crises crises;
    private final Timeline timeline;
    private final Actions actions;
    private final Accounts accounts;
    private final DrillSettings settings;
    private final Notifications notifications;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    DrillDirector(
            DrillRows rows,
            Scripts scripts,
            DrillCalendar calendar,
            Scoring scoring,
            CrisisResponse response,
            Crises crises,
            Timeline timeline,
            Actions actions,
            Accounts accounts,
            DrillSettings settings,
            Notifications notifications,
            People people,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.scripts = scripts;
        this.calendar = calendar;
        this.scoring = scoring;
        this.response = response;
        this.crises = crises;
        this.timeline = timeline;
        this.actions = actions;
        this.accounts = accounts;
        this.settings = settings;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Plan> planned() {
        return realCrisis().isPresent() ? Optional.empty() : calendar.today();
    }

    @Override
    public List<ScenarioLine> scenarios() {
        return scripts.all().stream().map(ScenarioLine::of).toList();
    }

    @Override
    public Drill start(Plan plan) {
        Script script = scripts.of(plan.scenario());
        if (plan.level() == null) {
            throw new Refused("Choose the level of the drill.");
        }
        plan.accounts().forEach(accounts::require);
        realCrisis().ifPresent(crisis -> {
            throw new Refused("%s is open and needs the people: %s".formatted(crisis.id(), crisis.title()));
        });
        Instant now = clock.instant();
        String id = rows.insert(new Drill(
                null,
                null,
                script.scenario(),
                plan.level(),
                plan.announced(),
                plan.accounts(),
                plan.leader(),
                Drill.State.RUNNING,
                people.actor(),
                now,
                now.plus(script.endsAfter()),
                null,
                0,
                null,
                List.of(),
                null));
        Crisis crisis = response.declare(new CrisisResponse.Declaration(
                Crisis.DRILL_MARK + (plan.announced() ? script.title() : HIDDEN_TITLE),
                plan.accounts(),
                id,
                plan.announced() ? script.scenario() : HIDDEN_SCENARIO,
                plan.level(),
                List.of("A drill: its level is part of the plan."),
                script.facts().asFacts(),
                null,
                Crisis.Mode.DRILL,
                now));
        rows.crisis(id, crisis.id());
        timeline.record(crisis.id(), "drill.signalPlayed", script.opening());
        Drill drill = rows.get(id);
        audit.record("drill.started", crisis.id(), null, drill);
        return drill;
    }

    @Override
    @Transactional(readOnly = true)
    public Drill get(String drillId) {
        return rows.get(drillId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Drill> newest(int limit) {
        return rows.newest(limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Drill> running() {
        return rows.running();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextSignal(String drillId) {
        Drill drill = rows.get(drillId);
        return injections(drill)
                .skip(drill.played())
                .findFirst()
                .map(injection -> drill.startedAt().plus(injection.after()));
    }

    @Override
    public void inject(String drillId) {
        Drill drill = rows.lock(drillId);
        Script.Injection injection =
                injections(drill).skip(drill.played()).findFirst().orElse(null);
        if (injection == null || !crises.get(drill.crisisId()).open()) {
            return;
        }
        rows.played(drillId, drill.played() + 1);
        timeline.record(
                drill.crisisId(),
                "drill.signalPlayed",
                "%s%s\n%s".formatted(Crisis.DRILL_MARK, injection.title(), injection.text()));
        response.join(drill.crisisId(), null, injection.facts().asFacts());
        audit.record("drill.signalPlayed", drill.crisisId(), null, injection);
    }

    @Override
    public Drill observe(String drillId, String observations) {
        rows.lock(drillId);
        rows.observations(drillId, fits(observations));
        return rows.get(drillId);
    }

    @Override
    public Drill plan(String drillId, String observations, List<GapAction> planned) {
        rows.lock(drillId);
        if (planned.size() > MOST_ACTIONS) {
            throw new Refused("More than %d actions will not be done.".formatted(MOST_ACTIONS));
        }
        rows.observations(drillId, fits(observations));
        rows.actions(drillId, planned);
        return rows.get(drillId);
    }

    @Override
    public void stop(String drillId) {
        Drill drill = rows.lock(drillId);
        response.cancelDrill(drill.crisisId(), "The drill is over.");
    }

    @Override
    public void cancel(String drillId) {
        Drill drill = rows.lock(drillId);
        rows.ended(drillId, Drill.State.CANCELLED, clock.instant());
        String why = realCrisis()
                .map(crisis -> "A real crisis needs the people: %s.".formatted(crisis.id()))
                .orElse("A real crisis needed the people.");
        response.cancelDrill(drill.crisisId(), why);
        audit.record("drill.cancelled", drill.crisisId(), drill, rows.get(drillId));
    }

    @Override
    public ScoreCard score(String drillId) {
        Drill drill = rows.lock(drillId);
        rows.ended(drillId, Drill.State.ENDED, clock.instant());
        ScoreCard score = scoring.of(drill);
        rows.scored(drillId, score);
        Crisis crisis = crises.get(drill.crisisId());
        Message news = new Message.DrillScored(
                crisis.id(), crisis.title(), ScoreSentences.of(score), ScoreSentences.gaps(score));
        Stream.concat(people.inGroup(settings.managers()).stream().map(People.Person::id), Stream.of(drill.leader()))
                .distinct()
                .forEach(person -> notifications.tellPerson(person, news));
        audit.record("drill.scored", crisis.id(), null, score);
        timeline.record(
                crisis.id(),
                "drill.scored",
                "The drill is scored; %d gaps were found."
                        .formatted(score.gaps().size()));
        return score;
    }

    @Override
    public void review(String drillId) {
        Drill drill = rows.lock(drillId);
        List<GapAction> planned = drill.actions();
        for (ScoreCard.Gap gap : drill.score().gaps()) {
            GapAction answer = planned.stream()
                    .filter(each -> gap.key().equals(each.gap()))
                    .findFirst()
                    .orElseThrow(() -> unanswered(gap));
            if (blank(answer.title()) && blank(answer.dismissed())) {
                throw unanswered(gap);
            }
        }
        List<Actions.Agreement> agreed = planned.stream()
                .filter(each -> !blank(each.title()))
                .map(each -> new Actions.Agreement(each.title(), each.owner(), each.dueOn()))
                .toList();
        actions.agree(drill.crisisId(), Action.Origin.DRILL, agreed);
        audit.record("drill.reviewed", drill.crisisId(), null, planned);
    }

    @Override
    public void remind(String drillId, String taskId, String taskName, Instant due) {
        Drill drill = rows.get(drillId);
        notifications.tellPerson(
                drill.leader(),
                new Message.TaskReminder(
                        drill.crisisId(), crises.get(drill.crisisId()).title(), taskId, taskName, due));
        audit.record("drill.reminded", drill.crisisId(), null, Map.of("leader", drill.leader()));
    }

    private Optional<Crisis> realCrisis() {
        return crises.open().stream()
                .filter(crisis -> crisis.state() == Crisis.State.OPEN)
                .filter(crisis -> !crisis.drill() && crisis.level().grave())
                .findFirst();
    }

    private Stream<Script.Injection> injections(Drill drill) {
        return scripts.of(drill.scenario()).signals().stream();
    }

    private static Refused unanswered(ScoreCard.Gap gap) {
        return new Refused(
                "This gap has no action yet: %s Plan one, or say why it needs none.".formatted(gap.sentence()));
    }

    private static String fits(String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new Refused("The observations are longer than %d characters.".formatted(LONGEST_TEXT));
        }
        return text;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
