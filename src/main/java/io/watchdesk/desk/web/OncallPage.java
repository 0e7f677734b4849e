package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.oncall.DutyBoards;
import io.watchdesk.escalation.LadderSheets;
import io.watchdesk.platform.People;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who answers now and next. */
@Controller
@OnPage("oncall")
class OncallPage {

    private final DutyBoards boards;
    private final LadderSheets ladders;
    private final People people;
    private final Clock clock;

    OncallPage(DutyBoards boards, LadderSheets ladders, People people, Clock clock) {
        this.boards = boards;
        this.ladders = ladders;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/desk/on-call")
    String show(Model model) {
        model.addAttribute("board", boards.now().by(ladders.rotas()));
        model.addAttribute("me", people.actor());
        model.addAttribute("now", clock.instant());
        return "desk/oncall";
    }
}
