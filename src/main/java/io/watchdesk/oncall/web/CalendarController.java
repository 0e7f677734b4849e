package io.watchdesk.oncall.web;

import io.watchdesk.oncall.Duties;
import io.watchdesk.oncall.ImportedShifts;
import io.watchdesk.oncall.Rota;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.oncall.calendar.ShiftCalendarReader;
import io.watchdesk.oncall.calendar.ShiftCalendarWriter;
import io.watchdesk.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A rota's shifts as iCalendar, out and in. */
@RestController
@RequestMapping("/api/oncall/rotas/{id}")
class CalendarController {

    private static final Duration HORIZON = Duration.ofDays(400);
    private static final int LARGEST = 1_000_000;

    private final Rotas rotas;
    private final Duties duties;
    private final ImportedShifts imported;
    private final ShiftCalendarReader reader;
    private final ShiftCalendarWriter writer;
    private final Clock clock;

    CalendarController(
            Rotas rotas,
            Duties duties,
            ImportedShifts imported,
            ShiftCalendarReader reader,
            ShiftCalendarWriter writer,
            Clock clock) {
        this.rotas = rotas;
        this.duties = duties;
        this.imported = imported;
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String id) {
        Rota rota = rotas.get(id);
        Instant now = clock.instant();
        return FeedController.answer(writer.write(
                rota.name(), duties.of(id, now.minus(FeedController.BACK), now.plus(FeedController.AHEAD))));
    }

    /** Reads a calendar; puts its shifts in only without problems and only when it is no dry run. */
    @PostMapping("/calendar")
    Outcome read(
            @PathVariable String id,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestBody(required = false) byte[] body) {
        Rota rota = rotas.get(id);
        imported.requireKeeper(id);
        if (body == null || body.length == 0) {
            throw new Refused("Send the calendar as text/calendar.");
        }
        if (body.length > LARGEST) {
            throw new Refused("The calendar is larger than %d bytes.".formatted(LARGEST));
        }
        ShiftCalendarReader.Reading reading = reader.read(
                new String(body, StandardCharsets.UTF_8),
                rota.zone(),
                rotas.candidates(id),
                clock.instant().plus(HORIZON));
        boolean put = !dryRun && reading.problems().isEmpty();
        if (put) {
            imported.replace(id, reading.shifts());
        }
        return new Outcome(
                put,
                reading.shifts().stream()
                        .map(shift -> new Line(shift.person(), shift.from(), shift.until()))
                        .toList(),
                reading.problems());
    }

    /**
     * What came of reading a calendar.
     *
     * @param imported whether the shifts were put in
     */
    record Outcome(boolean imported, List<Line> shifts, List<ShiftCalendarReader.Problem> problems) {}

    /** One shift that was read. */
    record Line(String person, Instant from, Instant until) {}
}
