package io.watchdesk.desk.registers.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.registers.Column;
import io.watchdesk.desk.registers.Entry;
import io.watchdesk.desk.registers.EntryHistory;
import io.watchdesk.desk.registers.Found;
import io.watchdesk.desk.registers.Register;
import io.watchdesk.desk.registers.Registers;
import io.watchdesk.desk.registers.Search;
import io.watchdesk.desk.web.NotHere;
import io.watchdesk.platform.NotForYou;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The registers: which there are, what stands in them, one entry with its history, all of it as a file. */
@Controller
@OnPage("registers")
@RequestMapping("/desk/registers")
class RegisterPages {

    private static final int ON_PAGE = 50;
    private static final int MOST_PAGES = 10_000;
    private static final int LONGEST_SEARCH = 200;

    private final Registers registers;
    private final EntryHistory history;
    private final RegisterWords words;
    private final Clock clock;

    RegisterPages(Registers registers, EntryHistory history, RegisterWords words, Clock clock) {
        this.registers = registers;
        this.history = history;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        List<Register> mine = registers.mine();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        mine.forEach(register ->
                sizes.put(register.id(), register.find(Search.ALL, 0, 1).total()));
        model.addAttribute("sizes", sizes);
        model.addAttribute("words", words);
        return "desk/registers";
    }

    /** Parameters named like columns filter; empty ones mean any, because that is what a form sends. */
    @GetMapping("/{register}")
    String list(
            @PathVariable("register") String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> given,
            Model model) {
        Register register = here(id, model);
        Map<String, String> filters = new LinkedHashMap<>();
        register.filters().stream()
                .map(Column::id)
                .filter(column -> !given.getOrDefault(column, "").isBlank())
                .forEach(column -> filters.put(column, given.get(column)));
        String wanted = text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text.strip();
        int number = Math.min(Math.max(page, 1), MOST_PAGES);
        Found found = register.find(new Search(wanted, filters), (number - 1) * ON_PAGE, ON_PAGE);
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/desk/registers/" + id);
        model.addAttribute("entries", found.entries());
        model.addAttribute("total", found.total());
        model.addAttribute("text", wanted);
        model.addAttribute("chosen", filters);
        model.addAttribute("searched", !wanted.isEmpty() || !filters.isEmpty());
        model.addAttribute("page", number);
        model.addAttribute("pages", Math.max(1, (found.total() + ON_PAGE - 1) / ON_PAGE));
        path.queryParam("text", "{text}");
        filters.keySet().forEach(column -> path.queryParam(column, "{" + column + "}"));
        Map<String, Object> values = new LinkedHashMap<>(filters);
        values.put("text", wanted);
        model.addAttribute("path", path.encode().buildAndExpand(values).toUriString());
        return "desk/register";
    }

    /** @param key of the entry; without it the form is empty */
    @GetMapping("/{register}/entry")
    String entry(@PathVariable("register") String id, @RequestParam(defaultValue = "") String key, Model model) {
        Register register = here(id, model);
        boolean owner = registers.owns(register);
        if (key.isEmpty()) {
            if (!owner || !register.takesNew()) {
                throw new NotForYou("Your role adds nothing to this register.");
            }
            model.addAttribute("entry", new Entry("", Map.of(), false));
            model.addAttribute("stamp", "");
            model.addAttribute("gone", false);
            model.addAttribute("steps", List.of());
            return "desk/register-entry";
        }
        Entry entry = registers.entry(register, key).orElse(null);
        List<EntryHistory.Step> steps = history.of(register, key);
        if (entry == null && steps.isEmpty()) {
            throw new NotHere(null);
        }
        model.addAttribute("entry", entry == null ? new Entry(key, Map.of(), true) : entry);
        model.addAttribute("stamp", entry == null ? "" : entry.stamp());
        model.addAttribute("gone", entry == null);
        model.addAttribute("steps", steps);
        model.addAttribute("place", entry == null ? null : register.place(entry).orElse(null));
        return "desk/register-entry";
    }

    @GetMapping("/{register}/file.csv")
    ResponseEntity<byte[]> file(@PathVariable("register") String id) {
        Register register = registers.find(id).orElseThrow(() -> new NotHere(null));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("watchdesk-%s-%s.csv"
                                        .formatted(id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                                .build()
                                .toString())
                .body(registers.file(register).getBytes(StandardCharsets.UTF_8));
    }

    private Register here(String id, Model model) {
        Register register = registers.find(id).orElseThrow(() -> new NotHere(null));
        model.addAttribute("register", register);
        model.addAttribute("owner", registers.owns(register));
        model.addAttribute("words", words);
        return register;
    }
}
