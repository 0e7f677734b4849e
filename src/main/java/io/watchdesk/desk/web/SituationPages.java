package io.watchdesk.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.crisis.CrisisLine;
import io.watchdesk.desk.crisis.CrisisLines;
import io.watchdesk.desk.crisis.Situation;
import io.watchdesk.desk.crisis.Situations;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of crises and the situation of one. */
@Controller
@OnPage("crises")
class SituationPages {

    /** How many pages of a ladder are shown at first. */
    private static final int PAGES = 12;

    private final CrisisLines lines;
    private final Situations situations;
    private final Crises crises;
    private final CrisisRights rights;
    private final ObjectMapper json;
    private final Clock clock;

    SituationPages(
            CrisisLines lines,
            Situations situations,
            Crises crises,
            CrisisRights rights,
            ObjectMapper json,
            Clock clock) {
        this.lines = lines;
        this.situations = situations;
        this.crises = crises;
        this.rights = rights;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/desk/crises")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        rights.maySee();
        int shown = Math.max(0, page);
        List<CrisisLine> past = lines.past(shown);
        model.addAttribute("open", lines.open());
        model.addAttribute("past", past.stream().limit(CrisisLines.A_PAGE).toList());
        model.addAttribute("page", shown);
        model.addAttribute("more", past.size() > CrisisLines.A_PAGE);
        return "desk/crises";
    }

    @GetMapping("/desk/crises/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "false") boolean all, Model model) {
        rights.maySee();
        try {
            crises.get(id);
        } catch (Refused unknown) {
            throw new NotHere(unknown.getMessage());
        }
        Situation situation = situations.of(id, all);
        List<?> paged = newestFirst(situation.ladder().paged());
        model.addAttribute("situation", situation);
        model.addAttribute("all", all);
        model.addAttribute("paged", all ? paged : paged.stream().limit(PAGES).toList());
        model.addAttribute("pages", paged.size());
        model.addAttribute("now", clock.instant());
        model.addAttribute("chart", chart(situation));
        return "desk/crisis";
    }

    private static List<?> newestFirst(List<?> oldestFirst) {
        List<Object> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    private String chart(Situation situation) {
        try {
            return json.writeValueAsString(Map.of(
                    "from",
                            situation.bars().stream()
                                    .map(bar -> bar.from().toString())
                                    .toList(),
                    "signals",
                            situation.bars().stream()
                                    .map(Situation.SignalBar::signals)
                                    .toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written as JSON.", e);
        }
    }
}
