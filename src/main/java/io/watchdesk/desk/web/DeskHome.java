package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to the first page that a person may see, and back from addresses that lead nowhere. */
@Controller
@OnPage(OnPage.ANYBODY)
class DeskHome {

    private final DeskFrame frame;

    DeskHome(DeskFrame frame) {
        this.frame = frame;
    }

    @GetMapping("/desk")
    String home() {
        return frame.mine().stream()
                .findFirst()
                .map(page -> "redirect:/desk/" + page.path())
                .orElse("desk/nothing");
    }

    /** An address that no page has. */
    @GetMapping("/desk/**")
    String missing() {
        throw new NotHere(null);
    }
}
