package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.figures.FiguresByMonth;
import io.watchdesk.platform.Refused;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets the figures of many months be counted in the background. */
@RestController
@OnPage("figures")
class FiguresDeeds {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final FiguresByMonth months;

    FiguresDeeds(FiguresByMonth months) {
        this.months = months;
    }

    /** The answer names the long work. */
    @PostMapping("/desk/figures/by-month")
    Map<String, String> byMonth(@RequestBody Months wanted) {
        return Map.of("id", months.begin(month(wanted.first()), month(wanted.last())));
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text == null ? "" : text.strip());
            if (month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR) {
                throw new Refused("Choose days between the years %d and %d.".formatted(FIRST_YEAR, LAST_YEAR));
            }
            return month;
        } catch (DateTimeParseException e) {
            throw new Refused("\"%s\" is no month. Write it as 2026-12.".formatted(text));
        }
    }

    /** Months as {@code 2026-12}, both included. */
    record Months(String first, String last) {}
}
