package io.watchdesk.notification.web;

import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who was told what and whether it arrived, for managers and administrators. */
@RestController
@RequestMapping("/api/mails")
class MailController {

    private static final List<String> READERS = List.of("managers", "camunda-admin");
    private static final int MOST_MAILS = 200;

    private final Mails mails;
    private final People people;

    MailController(Mails mails, People people) {
        this.mails = mails;
        this.people = people;
    }

    /**
     * The newest mails, newest first, at most two hundred.
     *
     * @param piece only those about this piece
     * @param state only those in this state: waiting, sent, failed, undeliverable, noMailServer
     */
    @GetMapping
    List<View> newest(@RequestParam(required = false) String piece, @RequestParam(required = false) String state) {
        if (Collections.disjoint(people.groupsOf(people.actor()), READERS)) {
            throw new Refused("Only managers and administrators may see who was told what.");
        }
        Mail.State wanted = state == null ? null : Outcomes.parse(Mail.State.class, state);
        return mails.newest(piece, wanted, MOST_MAILS).stream().map(View::of).toList();
    }

    /** A mail without its body, which may say more than the reader is concerned with. */
    record View(
            String id,
            String kind,
            String recipient,
            String address,
            String subject,
            String pieceId,
            String state,
            int attempts,
            String problem,
            Instant createdAt,
            Instant sentAt) {

        static View of(Mail mail) {
            return new View(
                    mail.id(),
                    mail.kind(),
                    mail.recipient(),
                    mail.address(),
                    mail.subject(),
                    mail.pieceId(),
                    Outcomes.text(mail.state()),
                    mail.attempts(),
                    mail.problem(),
                    mail.createdAt(),
                    mail.sentAt());
        }
    }
}
