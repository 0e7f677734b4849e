package io.watchdesk.desk.registers.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.registers.Imports;
import io.watchdesk.desk.registers.Plan;
import io.watchdesk.desk.registers.Plan.Outcome;
import io.watchdesk.desk.registers.Register;
import io.watchdesk.desk.registers.Registers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a file would do to a register. */
@Controller
@OnPage("registers")
@RequestMapping("/desk/registers/{register}/import")
class ImportPages {

    private static final int ON_PAGE = 100;

    private final Registers registers;
    private final Imports imports;
    private final RegisterWords words;

    ImportPages(Registers registers, Imports imports, RegisterWords words) {
        this.registers = registers;
        this.imports = imports;
        this.words = words;
    }

    @GetMapping
    String choose(@PathVariable("register") String id, Model model) {
        owned(id, model);
        return "desk/register-import";
    }

    /** @param show the outcome whose lines are shown; the first that there is when it is left out */
    @GetMapping("/{upload}")
    String plan(
            @PathVariable("register") String id,
            @PathVariable String upload,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Register register = owned(id, model);
        Imports.Shown shown = imports.show(register, upload);
        Plan plan = shown.plan();
        Map<Outcome, Long> counts = plan.counts();
        Outcome outcome = Stream.of(Outcome.values())
                .filter(each -> each.name().equalsIgnoreCase(show))
                .findFirst()
                .or(() -> first(counts))
                .orElse(Outcome.UNCHANGED);
        List<Plan.Line> lines =
                plan.lines().stream().filter(line -> line.outcome() == outcome).toList();
        int pages = Math.max(1, (lines.size() + ON_PAGE - 1) / ON_PAGE);
        int number = Math.min(Math.max(page, 1), pages);
        model.addAttribute("shown", shown);
        model.addAttribute("plan", plan);
        model.addAttribute("counts", counts);
        model.addAttribute("refused", counts.get(Outcome.REFUSED));
        model.addAttribute("unchanged", counts.get(Outcome.UNCHANGED));
        model.addAttribute("outcome", outcome);
        model.addAttribute("lines", lines.subList((number - 1) * ON_PAGE, Math.min(number * ON_PAGE, lines.size())));
        model.addAttribute("page", number);
        model.addAttribute("pages", pages);
        return "desk/register-plan";
    }

    private static Optional<Outcome> first(Map<Outcome, Long> counts) {
        return Stream.of(Outcome.values())
                .filter(outcome -> counts.get(outcome) > 0)
                .findFirst();
    }

    private Register owned(String id, Model model) {
        Register register = registers.owned(id);
        model.addAttribute("register", register);
        model.addAttribute("words", words);
        return register;
    }
}
