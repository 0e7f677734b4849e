package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.csv.Csv;
import io.watchdesk.platform.ReadersLanguage;
import io.watchdesk.platform.Refused;
import io.watchdesk.work.Line;
import io.watchdesk.work.LongWork;
import io.watchdesk.work.Work;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Long work: where it stands, what could not be done, what came out of it. */
@Controller
@OnPage("work")
class WorkPage {

    private static final int ON_PAGE = 50;
    private static final int MOST_PAGES = 10_000;
    private static final int MOST_LINES = 200;
    private static final int EVERY_LINE = 1_000_000;

    private final LongWork work;
    private final ReadersLanguage language;
    private final MessageSource messages;

    WorkPage(LongWork work, ReadersLanguage language, MessageSource messages) {
        this.work = work;
        this.language = language;
        this.messages = messages;
    }

    @GetMapping("/desk/work")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        int number = Math.min(Math.max(page, 1), MOST_PAGES);
        List<Work> found = work.list((number - 1) * ON_PAGE, ON_PAGE + 1);
        model.addAttribute("works", found.subList(0, Math.min(ON_PAGE, found.size())));
        model.addAttribute("page", number);
        model.addAttribute("pages", found.size() > ON_PAGE ? number + 1 : number);
        return "desk/works";
    }

    @GetMapping("/desk/work/{id}")
    String one(@PathVariable String id, Model model) {
        Work found = found(id);
        model.addAttribute("work", found);
        model.addAttribute("place", place(found));
        model.addAttribute("refusals", inTheLanguage(lines(id, MOST_LINES, Line.State.REFUSED)));
        model.addAttribute("said", inTheLanguage(saying(lines(id, MOST_LINES, Line.State.DONE))));
        return "desk/work";
    }

    @PostMapping("/desk/work/{id}/cancel")
    @ResponseBody
    void cancel(@PathVariable String id) {
        work.cancel(id);
    }

    /** Every step with how it ended. */
    @GetMapping("/desk/work/{id}/steps.csv")
    ResponseEntity<byte[]> steps(@PathVariable String id, Locale locale) {
        found(id);
        StringBuilder file =
                new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line("number", "subject", "state", "sentence"));
        inTheLanguage(lines(id, EVERY_LINE, Line.State.values()))
                .forEach(line -> file.append(Csv.line(
                        line.number(),
                        line.subject(),
                        messages.getMessage("work.line." + line.state(), null, locale),
                        line.sentence())));
        return csv(id + "-steps", file.toString());
    }

    /** What the steps wrote together. */
    @GetMapping("/desk/work/{id}/result.csv")
    ResponseEntity<byte[]> result(@PathVariable String id) {
        return csv(
                id,
                work.file(id)
                        .orElseThrow(() -> new Refused(
                                "%s wrote no file.".formatted(found(id).id()))));
    }

    private Work found(String id) {
        return work.find(id).orElseThrow(() -> new NotHere(null));
    }

    /** Where its only step is at home; what has many steps says it with each of them. */
    private String place(Work found) {
        return found.total() > 1
                ? null
                : lines(found.id(), 1, Line.State.values()).get(0).place();
    }

    private List<Line> lines(String id, int limit, Line.State... states) {
        return work.lines(id, List.of(states), 0, limit);
    }

    private static List<Line> saying(List<Line> lines) {
        return lines.stream().filter(line -> line.sentence() != null).toList();
    }

    private List<Line> inTheLanguage(List<Line> lines) {
        return lines.stream()
                .map(line -> new Line(
                        line.number(), line.subject(), line.state(), language.sentence(line.sentence()), line.place()))
                .toList();
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("watchdesk-%s.csv".formatted(name))
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
