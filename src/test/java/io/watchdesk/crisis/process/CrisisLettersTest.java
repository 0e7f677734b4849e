package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisLetters;
import io.watchdesk.crisis.Level;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.publishing.Publication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose posts are held is told which, once, after the hold was placed. */
class CrisisLettersTest extends ClosingWorld {

    @Autowired
    private CrisisLetters letters;

    @Autowired
    private Mails mails;

    @Test
    void account_owners_hear_of_every_held_post_and_writers_of_their_own() {
        Publication post = waiting("newsroom");
        letters.send();

        Crisis crisis = declared(Level.ORANGE, Crisis.Mode.REAL);
        jobsRun();
        assertThat(held(crisis)).as("told after its transaction").isEmpty();
        letters.send();
        letters.send();

        assertThat(held(crisis)).extracting(Mail::recipient).containsExactlyInAnyOrder("paul", "pia", "wei");
        assertThat(held(crisis)).allSatisfy(mail -> {
            assertThat(mail.subject())
                    .isEqualTo("[ORANGE] Posts are held: Customers' numbers are offered (" + crisis.id() + ")");
            assertThat(mail.text())
                    .contains("1 scheduled post is held because of it:")
                    .contains(" on Newsroom, planned for ")
                    .contains("(" + post.id() + ")");
        });
    }

    @Test
    void a_drill_holds_nothing_and_tells_nobody_of_it() {
        waiting("newsroom");

        Crisis drill = declared(Level.RED, Crisis.Mode.DRILL);
        jobsRun();
        letters.send();

        assertThat(held(drill)).isEmpty();
    }

    private List<Mail> held(Crisis crisis) {
        return mails.newest(crisis.id(), null, 200).stream()
                .filter(mail -> mail.kind().equals("PostsHeld"))
                .toList();
    }
}
