package io.watchdesk.oncall.web;

import io.watchdesk.oncall.Duties;
import io.watchdesk.oncall.Layer;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.Rota;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on call and by which plan, for everybody who is signed in; the plan is changed by owners and managers. */
@RestController
@RequestMapping("/api/oncall")
class RotaController {

    private static final Duration COMING = Duration.ofDays(60);
    private static final Duration FARTHEST = Duration.ofDays(2000);

    private final Rotas rotas;
    private final Duties duties;
    private final OnCall onCall;
    private final People people;
    private final Clock clock;

    RotaController(Rotas rotas, Duties duties, OnCall onCall, People people, Clock clock) {
        this.rotas = rotas;
        this.duties = duties;
        this.onCall = onCall;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/rotas")
    List<Line> rotas() {
        return rotas.all().stream().map(this::line).toList();
    }

    @GetMapping("/rotas/{id}")
    Page rota(@PathVariable String id) {
        return page(rotas.get(id));
    }

    @PutMapping("/rotas/{id}")
    Page save(@PathVariable String id, @RequestBody Plan plan) {
        return page(
                rotas.save(new Rota(id, plan.name(), plan.owner(), zone(plan.zone()), plan.layers(), plan.revision())));
    }

    /** Who is on call at an instant or a local time of the rota, now when it is left out. */
    @GetMapping("/rotas/{id}/now")
    List<Shift> now(@PathVariable String id, @RequestParam(required = false) String at) {
        Instant instant = duties.moment(at, rotas.get(id).zone());
        Instant asked = instant == null ? clock.instant() : instant;
        if (asked.isAfter(clock.instant().plus(FARTHEST))) {
            throw new Refused("That is too far ahead.");
        }
        return onCall.at(id, asked).stream().map(this::shift).toList();
    }

    /** The shifts of a period, 14 days from now when it is left out. */
    @GetMapping("/rotas/{id}/shifts")
    List<Shift> shifts(
            @PathVariable String id,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to) {
        ZoneId zone = rotas.get(id).zone();
        Instant begin = from == null ? clock.instant() : duties.moment(from, zone);
        Instant end = to == null ? begin.plus(Duration.ofDays(14)) : duties.moment(to, zone);
        return duties.of(id, begin, end).stream().map(this::shift).toList();
    }

    /** The people who can be put on the rota. */
    @GetMapping("/rotas/{id}/people")
    List<Candidate> people(@PathVariable String id) {
        return rotas.candidates(id).stream()
                .map(person -> new Candidate(person.id(), person.displayName()))
                .toList();
    }

    /** The coming shifts of whoever asks, on all rotas. */
    @GetMapping("/mine")
    List<Shift> mine() {
        Instant now = clock.instant();
        return duties.ofPerson(people.actor(), now, now.plus(COMING)).stream()
                .map(this::shift)
                .toList();
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw new Refused("\"%s\" is no time zone. Write it as Asia/Shanghai.".formatted(text));
        }
    }

    private Line line(Rota rota) {
        return new Line(
                rota.id(),
                rota.name(),
                rota.zone().getId(),
                onCall.at(rota.id(), clock.instant()).stream().map(this::shift).toList(),
                rotas.mayChange(rota.id()));
    }

    private Page page(Rota rota) {
        return new Page(
                rota.id(),
                rota.name(),
                rota.owner(),
                rota.zone().getId(),
                rota.layers(),
                rota.revision(),
                rotas.mayChange(rota.id()));
    }

    private Shift shift(OnCall.Duty duty) {
        Rota rota = rotas.get(duty.rota());
        return new Shift(
                duty.rota(),
                rota.name(),
                rota.zone().getId(),
                duty.person(),
                people.displayName(duty.person()),
                duty.from(),
                duty.until());
    }

    /** A rota as others write it; the revision is the one they read, 0 for a new rota. */
    record Plan(String name, String owner, String zone, List<Layer> layers, int revision) {}

    /** A rota in a list, with who is on call. */
    record Line(String id, String name, String zone, List<Shift> now, boolean mayChange) {}

    /** A rota with its plan. */
    record Page(
            String id, String name, String owner, String zone, List<Layer> layers, int revision, boolean mayChange) {}

    /** One duty with the names that people read. */
    record Shift(String rota, String rotaName, String zone, String person, String name, Instant from, Instant until) {}

    /** Somebody who can be put on a rota. */
    record Candidate(String id, String name) {}
}
