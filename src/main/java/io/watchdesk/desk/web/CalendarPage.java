package io.watchdesk.desk.web;

import io.watchdesk.account.Accounts;
import io.watchdesk.desk.OnPage;
import io.watchdesk.platform.People;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** When what goes out, is due or ends. */
@Controller
@OnPage("calendar")
class CalendarPage {

    private final Accounts accounts;
    private final People people;
    private final Clock clock;

    CalendarPage(Accounts accounts, People people, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/desk/calendar")
    String calendar(Model model, HttpServletResponse response) {
        // FullCalendar brings its own styles in one element.
        model.addAttribute("nonce", ContentPolicy.allowOneStyle(response));
        model.addAttribute("now", clock.instant());
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("mover", people.groupsOf(people.actor()).contains("publishers"));
        return "desk/calendar";
    }
}
