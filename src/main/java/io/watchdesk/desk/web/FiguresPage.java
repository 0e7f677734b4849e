package io.watchdesk.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.figures.FigureLines;
import io.watchdesk.desk.figures.Figures;
import io.watchdesk.desk.figures.Figures.Report;
import io.watchdesk.desk.figures.Period;
import io.watchdesk.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of a period beside those of another one, as a page and as a file. */
@Controller
@OnPage("figures")
class FiguresPage {

    private static final int USUAL_DAYS = 30;
    private static final List<Integer> CHOICES = List.of(7, USUAL_DAYS, 90, 365);
    private static final String YEAR = "year";

    private final Figures figures;
    private final FigureLines lines;
    private final FigureTables tables;
    private final MessageSource messages;
    private final ObjectMapper json;

    FiguresPage(Figures figures, FigureLines lines, FigureTables tables, MessageSource messages, ObjectMapper json) {
        this.figures = figures;
        this.lines = lines;
        this.tables = tables;
        this.messages = messages;
        this.json = json;
    }

    /**
     * @param from the first day, 30 days ago when it is left out
     * @param to the last day, today when it is left out
     * @param compare {@code before} for the days right before, {@code year} for the same days a year before
     */
    @GetMapping("/desk/figures")
    String show(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(defaultValue = "before") String compare,
            Model model,
            Locale locale) {
        Period period = period(from, to);
        Report report = figures.of(period, compared(period, compare));
        model.addAttribute("report", report);
        model.addAttribute("words", new FigureWords(messages, locale));
        model.addAttribute("tables", tables.of(report, locale));
        model.addAttribute("charts", this);
        model.addAttribute("compare", YEAR.equals(compare) ? YEAR : "before");
        model.addAttribute("today", figures.today());
        model.addAttribute(
                "choices",
                CHOICES.stream()
                        .map(days -> Period.until(figures.today(), days, figures.zone()))
                        .toList());
        return "desk/figures";
    }

    @GetMapping("/desk/figures.csv")
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(defaultValue = "before") String compare) {
        Period period = period(from, to);
        String file = lines.csv(figures.of(period, compared(period, compare)));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("watchdesk-figures-%s-%s.csv".formatted(period.from(), period.to()))
                                .build()
                                .toString())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    // Public because the page calls it by reflection.
    public String json(FigureTable.Chart chart) {
        try {
            return json.writeValueAsString(chart);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written as JSON.", e);
        }
    }

    private Period period(String from, String to) {
        LocalDate last = to == null || to.isBlank() ? figures.today() : day(to);
        LocalDate first = from == null || from.isBlank() ? last.minusDays(USUAL_DAYS - 1L) : day(from);
        return new Period(first, last, figures.zone());
    }

    private static Period compared(Period period, String compare) {
        return YEAR.equals(compare)
                ? new Period(period.from().minusYears(1), period.to().minusYears(1), period.zone())
                : period.before();
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            // Days at the end of all time cannot even be counted from.
            return new Period(day, day, ZoneOffset.UTC).from();
        } catch (DateTimeParseException e) {
            throw new Refused("\"%s\" is no day. Write it as 2026-12-01.".formatted(text));
        }
    }
}
