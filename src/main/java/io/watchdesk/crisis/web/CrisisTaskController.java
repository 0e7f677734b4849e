package io.watchdesk.crisis.web;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.crisis.Assessment;
import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.CrisisCommand.Findings;
import io.watchdesk.crisis.CrisisRoles;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Said;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What single tasks of the crisis line show and save. */
@RestController
@RequestMapping("/api/crisis-tasks/{taskId}")
class CrisisTaskController {

    private static final String TRIAGE = "UserTask_TriageCrisis";

    private final Tasks tasks;
    private final CrisisCommand command;
    private final CrisisRoles roles;
    private final Assessment assessment;
    private final Deadlines deadlines;
    private final Signals signals;
    private final Accounts accounts;
    private final People people;

    CrisisTaskController(
            Tasks tasks,
            CrisisCommand command,
            CrisisRoles roles,
            Assessment assessment,
            Deadlines deadlines,
            Signals signals,
            Accounts accounts,
            People people) {
        this.tasks = tasks;
        this.command = command;
        this.roles = roles;
        this.assessment = assessment;
        this.deadlines = deadlines;
        this.signals = signals;
        this.accounts = accounts;
        this.people = people;
    }

    /** The signal that a person assesses, with what the tables say about it. */
    @GetMapping("/signal")
    SignalPage signal(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId);
        Signal signal = signals.get(required(task, "signalId"));
        Assessment.View view = assessment.view(signal.id());
        return new SignalPage(
                signal.id(),
                signal.source(),
                signal.title(),
                signal.text(),
                signal.link(),
                signal.account() == null
                        ? null
                        : accounts.find(signal.account()).map(Account::name).orElse(signal.account()),
                signal.topic(),
                signal.occurredAt(),
                task.text("signalLevel"),
                task.text("levelReason"),
                task.text("assessmentDue"),
                CrisisPages.facts(view.facts()),
                view.rating().reasons(),
                view.notes(),
                deadlines
                        .budget(view.rating().level(), Deadline.SNOOZE)
                        .map(longest -> longest.toHours())
                        .orElse(0L));
    }

    /** Every account, for the scope. */
    @GetMapping("/accounts")
    List<CrisisPage.Named> accounts(@PathVariable String taskId) {
        tasks.visible(taskId);
        return accounts.all().stream()
                .map(account -> new CrisisPage.Named(account.id(), account.name()))
                .toList();
    }

    /** Writes down what triage has found; the task is completed afterwards. */
    @PutMapping("/triage")
    void triage(@PathVariable String taskId, @RequestBody Found found) {
        OpenTask task = tasks.claimed(taskId);
        if (!TRIAGE.equals(task.definitionKey())) {
            throw new Refused("The task \"%s\" is no triage.".formatted(task.name()));
        }
        if (found.matterPublic() == null) {
            throw new Refused("Say whether the public knows of it.");
        }
        command.triage(
                required(task, "crisisId"),
                new Findings(
                        Assessment.readable(found.facts()),
                        found.scenario(),
                        found.accounts() == null ? List.of() : found.accounts(),
                        found.matterPublic(),
                        found.note()));
    }

    /** The hand-over that a person is asked to accept. */
    @GetMapping("/handover")
    OfferPage handover(@PathVariable String taskId) {
        CrisisRoles.Offer offer = roles.offer(Long.parseLong(required(tasks.visible(taskId), "handoverId")));
        return new OfferPage(
                Outcomes.text(offer.role()),
                offer.giver() == null ? null : people.displayName(offer.giver()),
                people.displayName(offer.taker()),
                offer.note());
    }

    private static String required(OpenTask task, String variable) {
        String value = task.text(variable);
        if (value == null) {
            throw new Refused("The task \"%s\" has nothing to do with this.".formatted(task.name()));
        }
        return value;
    }

    /**
     * A signal as its form shows it.
     *
     * @param level the level that counts now, raised when it was overdue
     * @param levelReason why it is another one than the tables say, or null
     * @param notes what of its facts could not be read
     * @param snoozeHours the longest time it may be put off
     */
    record SignalPage(
            String id,
            String source,
            String title,
            String text,
            String link,
            String account,
            String topic,
            Instant occurredAt,
            String level,
            @Said String levelReason,
            String due,
            Map<String, String> facts,
            @Said(orTyped = true) List<String> reasons,
            @Said List<String> notes,
            long snoozeHours) {}

    /** What triage found; a missing fact is unknown. */
    record Found(
            Map<String, String> facts, String scenario, List<String> accounts, Boolean matterPublic, String note) {}

    /** A hand-over as its form shows it. */
    record OfferPage(String role, String giver, String taker, String note) {}
}
