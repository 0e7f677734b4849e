package io.watchdesk.escalation;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the link of a page shows and does. Looking changes nothing, whoever looks. */
@Component
@Transactional
public class LinkPages {

    private static final String NO_HELP = "No help is needed any more.";

    private final LinkBook links;
    private final Crises crises;
    private final Ladder ladder;
    private final LadderTasks tasks;
    private final Acknowledgements acknowledgements;
    private final Watch watch;
    private final OpenHelp help;
    private final AccountNames accounts;
    private final People people;

    LinkPages(
            LinkBook links,
            Crises crises,
            Ladder ladder,
            LadderTasks tasks,
            Acknowledgements acknowledgements,
            Watch watch,
            OpenHelp help,
            AccountNames accounts,
            People people) {
        this.links = links;
        this.crises = crises;
        this.ladder = ladder;
        this.tasks = tasks;
        this.acknowledgements = acknowledgements;
        this.watch = watch;
        this.help = help;
        this.accounts = accounts;
        this.people = people;
    }

    /** The page of this token; empty when the link is not one of ours. */
    @Transactional(readOnly = true)
    public Optional<Page> look(String token) {
        return links.find(token).map(this::page);
    }

    /**
     * The big button.
     *
     * @return the page afterwards; empty when the link is not one of ours
     * @throws Refused with a sentence when somebody else was first, or there is nothing to answer any more
     */
    public Optional<Page> answer(String token) {
        Optional<PageLink> found = links.lock(token);
        found.ifPresent(link -> {
            refuseUnless(page(link).can(), link);
            people.as(link.person(), () -> {
                carryOut(link);
                return null;
            });
            links.used(link);
        });
        return look(token);
    }

    /**
     * The small button: the next tier is needed.
     *
     * @throws Refused without a reason, or when the ladder has moved since
     */
    public Optional<Page> climb(String token, int seenStep, int tier, String reason) {
        Optional<PageLink> found = links.lock(token);
        found.ifPresent(link -> {
            if (links.expired(link) || people.find(link.person()).isEmpty()) {
                throw new Refused("This link is not valid any more.");
            }
            people.as(link.person(), () -> ladder.climb(link.crisisId(), seenStep, tier, reason));
        });
        return look(token);
    }

    private void carryOut(PageLink link) {
        switch (link.purpose()) {
            case ACKNOWLEDGE -> acknowledgements.take(link.crisisId(), link.person(), Acknowledgements.LINK);
            case STILL_ON_IT -> {
                if (!tasks.stillOnIt(link.crisisId(), link.person())) {
                    watch.confirm(link.crisisId());
                }
            }
            case HELP -> {
                if (!tasks.help(link.crisisId())) {
                    throw new Refused(NO_HELP);
                }
            }
            case TAKE_OVER -> {
                if (!tasks.takeOver(link.crisisId(), link.person())) {
                    throw new Refused("Nobody waits for this answer any more.");
                }
            }
        }
    }

    private void refuseUnless(boolean can, PageLink link) {
        if (!can) {
            throw new Refused(page(link).sentence());
        }
    }

    private Page page(PageLink link) {
        Crisis crisis = crises.get(link.crisisId());
        Ladder.State state = ladder.of(crisis.id());
        Status status = status(link, crisis);
        return new Page(
                crisis,
                accounts.of(crisis),
                link.person(),
                people.displayName(link.person()),
                link.purpose(),
                status,
                sentence(status, link, crisis),
                state.step(),
                links.expired(link) ? List.of() : LadderSheets.tiers(crisis, state));
    }

    private Status status(PageLink link, Crisis crisis) {
        if (people.find(link.person()).isEmpty()) {
            return Status.GONE;
        }
        if (!crisis.open()) {
            return Status.OVER;
        }
        boolean mine = link.person().equals(crisis.holder());
        if (link.purpose() == Links.Purpose.ACKNOWLEDGE && crisis.holder() != null) {
            return mine ? Status.YOURS : Status.TAKEN;
        }
        if (link.purpose() == Links.Purpose.STILL_ON_IT && !mine) {
            return crisis.holder() == null ? Status.RELEASED : Status.TAKEN;
        }
        if ((link.purpose() == Links.Purpose.TAKE_OVER || link.purpose() == Links.Purpose.HELP) && mine) {
            return Status.YOURS;
        }
        if (link.usedAt() != null) {
            return Status.USED;
        }
        if (link.purpose() == Links.Purpose.HELP && help.of(crisis).isEmpty()) {
            return crisis.holder() == null ? Status.RELEASED : Status.HELPED;
        }
        return links.expired(link) ? Status.EXPIRED : Status.OPEN;
    }

    private String sentence(Status status, PageLink link, Crisis crisis) {
        return switch (status) {
            case OPEN -> "";
            case YOURS -> "You have it since %s.".formatted(Acknowledgements.time(crisis.acknowledgedAt()));
            case TAKEN -> acknowledgements.firstWas(crisis.id(), crisis.holder(), crisis.acknowledgedAt());
            case HELPED -> NO_HELP;
            case RELEASED ->
                "Nobody has it any more; the ladder is climbed again. You are called again if it is your turn.";
            case USED -> "You used this link on %s.".formatted(Acknowledgements.time(link.usedAt()));
            case EXPIRED ->
                "This link ended on %s. Take the task in Tasklist instead."
                        .formatted(Acknowledgements.time(link.expiresAt()));
            case OVER -> "%s is over.".formatted(crisis.id());
            case GONE -> "This link belongs to an account that does not exist any more.";
        };
    }

    /** What the link can still do. */
    public enum Status {
        OPEN,
        YOURS,
        TAKEN,
        RELEASED,
        HELPED,
        USED,
        EXPIRED,
        OVER,
        GONE
    }

    /**
     * @param accounts their names
     * @param sentence why there is no big button; empty when there is one
     * @param step where the ladder stands, to be sent back with a climb
     * @param tiers to which it can be climbed by hand
     */
    public record Page(
            Crisis crisis,
            List<String> accounts,
            String person,
            String personName,
            Links.Purpose purpose,
            Status status,
            String sentence,
            int step,
            List<Integer> tiers) {

        /** Whether there is a big button. */
        public boolean can() {
            return status == Status.OPEN;
        }

        /** Since when it goes on. */
        public Instant since() {
            return crisis.firstSighted();
        }
    }
}
