package io.watchdesk.crisis;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.notification.Message;
import io.watchdesk.notification.Notifications;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of actions. */
@Service
@Transactional
class AgreedActions implements Actions {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 2000;

    private final ActionRows rows;
    private final ActionProcess process;
    private final Crises crises;
    private final Timeline timeline;
    private final Accounts accounts;
    private final ClosingSettings settings;
    private final Notifications notifications;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    AgreedActions(
            ActionRows rows,
            ActionProcess process,
            Crises crises,
            Timeline timeline,
            Accounts accounts,
            ClosingSettings settings,
            Notifications notifications,
            People people,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.crises = crises;
        this.timeline = timeline;
        this.accounts = accounts;
        this.settings = settings;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Action> agree(String crisisId, Action.Origin origin, List<Agreement> agreements) {
        check(agreements);
        Crisis crisis = crises.get(crisisId);
        return agreements.stream().map(each -> agree(crisis, origin, each)).toList();
    }

    private Action agree(Crisis crisis, Action.Origin origin, Agreement agreement) {
        Action action = rows.insert(
                crisis.id(),
                origin,
                agreement.title().strip(),
                agreement.owner().strip(),
                end(agreement.dueOn(), zone(crisis)),
                people.actor(),
                clock.instant());
        audit.record("crisis.actionAgreed", crisis.id(), null, action);
        timeline.record(
                crisis.id(),
                "crisis.actionAgreed",
                "%s: %s, by %s until %s."
                        .formatted(action.id(), action.title(), people.displayName(action.owner()), agreement.dueOn()));
        return action;
    }

    @Override
    public void check(List<Agreement> agreements) {
        for (Agreement each : agreements) {
            String title = each.title() == null ? "" : each.title().strip();
            if (title.isEmpty()) {
                throw new Refused("An action has no text. Say what is to be done, or remove it.");
            }
            if (title.length() > LONGEST_TITLE) {
                throw new Refused("The action \"%s…\" is longer than %d characters."
                        .formatted(title.substring(0, 60), LONGEST_TITLE));
            }
            if (each.owner() == null || each.owner().isBlank()) {
                throw new Refused("The action \"%s\" has no owner.".formatted(title));
            }
            known(each.owner().strip());
            if (each.dueOn() == null) {
                throw new Refused("The action \"%s\" has no date.".formatted(title));
            }
            if (!end(each.dueOn(), ZoneOffset.UTC).isAfter(clock.instant())) {
                throw new Refused("The date of the action \"%s\" is over already.".formatted(title));
            }
        }
    }

    @Override
    public void follow(String crisisId) {
        Crisis crisis = crises.get(crisisId);
        for (Action action : rows.withoutProcess(crisisId)) {
            rows.followed(action.id(), clock.instant());
            process.start(action, crisis);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Action get(String id) {
        return rows.find(id).orElseThrow(() -> new Refused("There is no action %s.".formatted(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Action> ofCrisis(String crisisId) {
        return rows.ofCrisis(crisisId);
    }

    @Override
    public Action done(String id, String evidence) {
        String shown = text(evidence, "Say what shows that it is done.");
        Action before = open(id);
        rows.ended(id, Action.State.DONE, shown, people.actor(), clock.instant());
        return changed("crisis.actionDone", before, "%s is done. Shown by: %s".formatted(id, shown));
    }

    @Override
    public Action handOver(String id, String newOwner, String reason) {
        if (newOwner == null || newOwner.isBlank()) {
            throw new Refused("Say who does it from now on.");
        }
        String why = text(reason, "Say why it is handed over.");
        Action before = open(id);
        String owner = newOwner.strip();
        known(owner);
        if (owner.equals(before.owner())) {
            throw new Refused("%s has it already.".formatted(people.displayName(owner)));
        }
        rows.owner(id, owner);
        return changed(
                "crisis.actionHandedOver",
                before,
                "%s goes from %s to %s: %s"
                        .formatted(id, people.displayName(before.owner()), people.displayName(owner), why));
    }

    @Override
    public Action drop(String id, String reason) {
        if (!people.groupsOf(people.actor()).contains(settings.managers())) {
            throw new Refused("Only managers drop an action. Hand it over, or ask a manager.");
        }
        String why = text(reason, "Say why it is dropped.");
        Action before = open(id);
        rows.ended(id, Action.State.DROPPED, why, people.actor(), clock.instant());
        return changed("crisis.actionDropped", before, "%s is dropped: %s".formatted(id, why));
    }

    @Override
    public void remind(String id, String taskId, String taskName) {
        Action action = get(id);
        notifications.tellPerson(
                action.owner(),
                new Message.TaskReminder(action.crisisId(), action.title(), taskId, taskName, action.dueAt()));
        audit.record("crisis.actionReminded", action.crisisId(), null, Map.of("action", id));
    }

    @Override
    public void escalate(String id, String taskId, String taskName) {
        Action action = get(id);
        Message late = new Message.TaskEscalated(action.crisisId(), action.title(), taskId, taskName, action.dueAt());
        Stream.concat(people.inGroup(settings.managers()).stream().map(People.Person::id), Stream.of(action.owner()))
                .distinct()
                .forEach(person -> notifications.tellPerson(person, late));
        audit.record("crisis.actionEscalated", action.crisisId(), null, Map.of("action", id));
        timeline.record(action.crisisId(), "crisis.actionEscalated", "%s is late.".formatted(id));
    }

    private Action open(String id) {
        Action action = rows.lock(id).orElseThrow(() -> new Refused("There is no action %s.".formatted(id)));
        if (action.state() != Action.State.OPEN) {
            throw new Refused("%s has ended already.".formatted(id));
        }
        return action;
    }

    private Action changed(String what, Action before, String sentence) {
        Action after = get(before.id());
        audit.record(what, before.crisisId(), before, after);
        timeline.record(before.crisisId(), what, sentence);
        return after;
    }

    private void known(String owner) {
        if (people.find(owner).isEmpty()) {
            throw new Refused("Nobody with the id \"%s\" is known here.".formatted(owner));
        }
    }

    private static String text(String text, String refusal) {
        if (text == null || text.isBlank()) {
            throw new Refused(refusal);
        }
        if (text.strip().length() > LONGEST_TEXT) {
            throw new Refused("The text is longer than %d characters.".formatted(LONGEST_TEXT));
        }
        return text.strip();
    }

    private ZoneId zone(Crisis crisis) {
        return crisis.accounts().stream()
                .flatMap(id -> accounts.find(id).stream())
                .findFirst()
                .or(() -> accounts.all().stream().findFirst())
                .map(Account::zone)
                .orElse(ZoneOffset.UTC);
    }

    private static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
}
