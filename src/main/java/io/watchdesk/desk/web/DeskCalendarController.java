package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.calendar.DeskCalendar;
import io.watchdesk.desk.calendar.Mark;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.BulkMoves;
import io.watchdesk.publishing.PublicationMoves;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the calendar asks for and what is done in it. */
@RestController
@OnPage("calendar")
class DeskCalendarController {

    private static final int MOST_DAYS = 100;
    private static final int LONGEST_REASON = 1000;

    private final DeskCalendar calendar;
    private final PublicationMoves moves;
    private final BulkMoves bulk;

    DeskCalendarController(DeskCalendar calendar, PublicationMoves moves, BulkMoves bulk) {
        this.calendar = calendar;
        this.moves = moves;
        this.bulk = bulk;
    }

    /**
     * @param until the first day after
     * @param account blank for all
     * @param kinds none means all
     */
    @GetMapping("/desk/calendar/marks")
    DeskCalendar.Span marks(
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") Set<Mark.Kind> kinds,
            Locale language) {
        long days = ChronoUnit.DAYS.between(from, until);
        if (days < 1 || days > MOST_DAYS) {
            throw new Refused("Ask for at least one day and at most %d.".formatted(MOST_DAYS));
        }
        return calendar.between(
                from,
                until,
                account.isBlank() ? null : account,
                kinds.isEmpty() ? EnumSet.allOf(Mark.Kind.class) : kinds,
                language);
    }

    @PostMapping("/desk/calendar/publications/{publicationId}/move")
    void move(@PathVariable String publicationId, @RequestBody Move move) {
        moves.move(publicationId, move.to() == null ? "" : move.to(), reason(move.reason()));
    }

    /** Moves many in the background; the answer names the long work. */
    @PostMapping("/desk/calendar/moves")
    Map<String, String> moveMany(@RequestBody Moves many) {
        if (many.publications() == null || many.publications().contains(null)) {
            throw new Refused("Choose what to move.");
        }
        return Map.of("id", bulk.begin(many.publications(), many.days(), reason(many.reason())));
    }

    private static String reason(String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.length() > LONGEST_REASON) {
            throw new Refused("The reason is too long: at most %d characters.".formatted(LONGEST_REASON));
        }
        return reason;
    }

    /** @param to local time of the account, as {@code 2026-12-01T08:30} */
    record Move(String to, String reason) {}

    /** @param days later or, below zero, earlier; null for the next free slots */
    record Moves(List<String> publications, Integer days, String reason) {}
}
