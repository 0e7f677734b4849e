package io.watchdesk.crisis.web;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.CrisisHolds;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.crisis.CrisisRoles;
import io.watchdesk.crisis.CrisisRoles.Role;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Ratings;
import io.watchdesk.crisis.web.CrisisPage.EntryLine;
import io.watchdesk.crisis.web.CrisisPage.Line;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Crises for the people of the line; where a crisis is asked for, its id or the id of one of its tasks will do. */
@RestController
@RequestMapping("/api/crises")
class CrisisController {

    private static final int NEWEST = 100;
    private static final String CRISIS = "CR-";

    private final Crises crises;
    private final CrisisResponse response;
    private final CrisisCommand command;
    private final Ratings ratings;
    private final CrisisHolds holds;
    private final CrisisRoles roles;
    private final CrisisRights rights;
    private final CrisisPages pages;
    private final Tasks tasks;

    CrisisController(
            Crises crises,
            CrisisResponse response,
            CrisisCommand command,
            Ratings ratings,
            CrisisHolds holds,
            CrisisRoles roles,
            CrisisRights rights,
            CrisisPages pages,
            Tasks tasks) {
        this.crises = crises;
        this.response = response;
        this.command = command;
        this.ratings = ratings;
        this.holds = holds;
        this.roles = roles;
        this.rights = rights;
        this.pages = pages;
        this.tasks = tasks;
    }

    @GetMapping
    List<Line> all() {
        rights.maySee();
        return crises.newest(NEWEST).stream().map(pages::line).toList();
    }

    @GetMapping("/{id}")
    CrisisPage one(@PathVariable String id) {
        return pages.page(crises.get(visible(id)));
    }

    @GetMapping("/{id}/timeline")
    List<EntryLine> timeline(@PathVariable String id) {
        return pages.timeline(visible(id));
    }

    /** A line for the record. */
    @PostMapping("/{id}/notes")
    void note(@PathVariable String id, @RequestBody Note note) {
        command.note(visible(id), note.text());
    }

    /** Up takes effect at once, down too when the commander asks; from others it is a wish that the commander decides. */
    @PostMapping("/{id}/rate")
    Rated rate(@PathVariable String id, @RequestBody Wish wish) {
        String crisisId = visible(id);
        Level level = Outcomes.parse(Level.class, wish.level());
        if (level.compareTo(crises.get(crisisId).level()) < 0 && !rights.mayCommand(crisisId)) {
            ratings.askDowngrade(crisisId, level, wish.reason());
            return new Rated(Outcomes.text(crises.get(crisisId).level()), true);
        }
        return new Rated(
                Outcomes.text(response.rate(crisisId, level, wish.reason()).level()), false);
    }

    /** The same with facts: rates by the tables. */
    @PostMapping("/{id}/rate-again")
    Rated rateAgain(@PathVariable String id) {
        String crisisId = visible(id);
        rights.mustBeOnTheLine();
        return new Rated(Outcomes.text(ratings.again(crisisId).level()), false);
    }

    @PostMapping("/{id}/false-alarm")
    void falseAlarm(@PathVariable String id, @RequestBody Reason reason) {
        response.falseAlarm(visible(id), reason.reason());
    }

    /** Whoever has it gives it back; the ladder looks for somebody else. */
    @PostMapping("/{id}/release")
    void release(@PathVariable String id, @RequestBody Reason reason) {
        command.giveBack(visible(id), reason.reason());
    }

    /** Holds what is scheduled in the scope, whatever the level. */
    @PostMapping("/{id}/hold")
    void hold(@PathVariable String id) {
        holds.placeByHand(visible(id));
    }

    @PostMapping("/{id}/roles")
    Offered handOver(@PathVariable String id, @RequestBody HandOver handOver) {
        CrisisRoles.Offer offer = roles.offer(
                visible(id), Outcomes.parse(Role.class, handOver.role()), handOver.taker(), handOver.note());
        return new Offered(offer.id(), offer.taker());
    }

    private String visible(String id) {
        if (id.startsWith(CRISIS)) {
            rights.maySee();
            Crisis crisis = crises.get(id);
            return crisis.id();
        }
        Tasks.OpenTask task = tasks.visible(id);
        String crisisId = task.text("crisisId");
        if (crisisId == null) {
            throw new Refused("The task \"%s\" is not about a crisis.".formatted(task.name()));
        }
        return crisisId;
    }

    /** A line for the record. */
    record Note(String text) {}

    /** Another level, and why. */
    record Wish(String level, String reason) {}

    /** Why. */
    record Reason(String reason) {}

    /** Who shall have a role. */
    record HandOver(String role, String taker, String note) {}

    /**
     * The level after rating.
     *
     * @param asked whether the commander was asked instead
     */
    record Rated(String level, boolean asked) {}

    /** A hand-over that waits for its answer. */
    record Offered(long id, String taker) {}
}
