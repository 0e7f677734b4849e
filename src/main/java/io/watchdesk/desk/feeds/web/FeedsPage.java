package io.watchdesk.desk.feeds.web;

import io.watchdesk.desk.OnPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people get the addresses of their feeds. */
@Controller
@OnPage(OnPage.ANYBODY)
class FeedsPage {

    @GetMapping("/desk/feeds")
    String feeds() {
        return "desk/feeds";
    }
}
