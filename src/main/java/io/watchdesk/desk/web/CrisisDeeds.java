package io.watchdesk.desk.web;

import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.desk.OnPage;
import io.watchdesk.escalation.TakingByHand;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done to a crisis from its page, by the rules of the tasks that ask for it. */
@RestController
@OnPage("crises")
@RequestMapping("/desk/crises/{id}")
class CrisisDeeds {

    private final CrisisRights rights;
    private final TakingByHand taking;

    CrisisDeeds(CrisisRights rights, TakingByHand taking) {
        this.rights = rights;
        this.taking = taking;
    }

    /** The signed-in person takes it. */
    @PostMapping("/acknowledge")
    void acknowledge(@PathVariable String id) {
        rights.maySee();
        taking.take(id);
    }

    /** The holder is still on it. */
    @PostMapping("/still-on-it")
    void stillOnIt(@PathVariable String id) {
        rights.maySee();
        taking.confirm(id);
    }
}
