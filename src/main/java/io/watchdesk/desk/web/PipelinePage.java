package io.watchdesk.desk.web;

import io.watchdesk.desk.OnPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits where, for whom, since when. */
@Controller
@OnPage("pipeline")
class PipelinePage {

    @GetMapping("/desk/pipeline")
    String pipeline() {
        return "desk/pipeline";
    }
}
