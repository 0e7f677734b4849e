package io.watchdesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisLetters;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.escalation.Paging.Kind;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people hear of a crisis by mail beyond their page. */
class CrisisNewsTest extends ProcessSpecification {

    private static final AtomicInteger STORY = new AtomicInteger();

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Paging paging;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private CrisisLetters letters;

    @Autowired
    private Mails mails;

    @BeforeEach
    void a_day_of_its_own() {
        theTimeIs(Instant.parse("2045-01-01T03:10:00Z").plus(Duration.ofDays(2L * STORY.incrementAndGet())));
        followUps.send();
        letters.send();
        // What was left over and is told now must not close the window for this story.
        timePasses(Duration.ofDays(1));
    }

    @Test
    void who_was_called_hears_who_has_taken_it_and_who_took_it_does_not() {
        Crisis crisis = declared("Leak", Level.ORANGE, Crisis.Mode.REAL);
        called(crisis, "olga", "otto");

        as("otto", () -> response.acknowledge(crisis.id(), "otto", "link"));
        followUps.send();

        assertThat(subjects(crisis, "olga")).containsExactly("[ORANGE] Taken by Otto: Leak (" + crisis.id() + ")");
        assertThat(subjects(crisis, "otto")).isEmpty();
    }

    @Test
    void what_follows_within_the_window_comes_in_one_mail() {
        Crisis crisis = declared("Leak", Level.ORANGE, Crisis.Mode.REAL);
        called(crisis, "olga", "otto");
        as("otto", () -> response.acknowledge(crisis.id(), "otto", "link"));
        followUps.send();

        timePasses(Duration.ofSeconds(30));
        as("otto", () -> response.rate(crisis.id(), Level.RED, "It is on the news."));
        timePasses(Duration.ofSeconds(30));
        response.reached(crisis.id(), Milestone.HOLDING_STATEMENT_OUT);
        followUps.send();
        assertThat(subjects(crisis, "olga")).as("the window is open").hasSize(1);

        timePasses(Duration.ofSeconds(61));
        followUps.send();

        assertThat(subjects(crisis, "olga"))
                .containsExactly(
                        "[ORANGE] Taken by Otto: Leak (" + crisis.id() + ")",
                        "[RED] The holding statement is out and 1 more: Leak (" + crisis.id() + ")");
        assertThat(newest(crisis, "olga").text())
                .contains("It was orange and is now red")
                .contains("The holding statement is out.");
        assertThat(subjects(crisis, "otto"))
                .as("told of what others did, not of the own rating")
                .containsExactly("[RED] The holding statement is out: Leak (" + crisis.id() + ")");
    }

    @Test
    void a_red_crisis_asks_everybody_for_silence_and_tells_them_when_it_is_over() {
        Crisis crisis = declared("Leak", Level.RED, Crisis.Mode.REAL);
        letters.send();
        letters.send();

        assertThat(subjects(crisis, "wei"))
                .containsExactly("[RED] Do not post, do not comment: Leak (" + crisis.id() + ")");
        assertThat(newest(crisis, "wei").html()).contains("It concerns Newsroom.");

        timePasses(Duration.ofMinutes(5));
        response.falseAlarm(crisis.id(), "The data was made up.");
        letters.send();

        assertThat(subjects(crisis, "wei")).hasSize(2).last().isEqualTo("[RED] Over: Leak (" + crisis.id() + ")");
    }

    @Test
    void who_declares_it_is_not_asked_for_silence_by_mail() {
        Crisis crisis = as("max", () -> declared("Leak", Level.RED, Crisis.Mode.REAL));
        letters.send();

        assertThat(subjects(crisis, "max")).isEmpty();
        assertThat(subjects(crisis, "wei")).hasSize(1);
    }

    @Test
    void a_lesser_crisis_and_a_drill_ask_nobody_for_silence() {
        Crisis lesser = declared("Smaller", Level.ORANGE, Crisis.Mode.REAL);
        Crisis drill = declared("Practice", Level.RED, Crisis.Mode.DRILL);
        letters.send();

        assertThat(subjects(lesser, "wei")).isEmpty();
        assertThat(subjects(drill, "wei")).isEmpty();

        as("otto", () -> response.rate(lesser.id(), Level.RED, "It is on the news."));
        letters.send();
        assertThat(subjects(lesser, "wei")).hasSize(1);
    }

    @Test
    void news_of_a_drill_are_marked() {
        Crisis drill = declared("Practice", Level.ORANGE, Crisis.Mode.DRILL);
        called(drill, "olga", "otto");

        as("otto", () -> response.acknowledge(drill.id(), "otto", "link"));
        followUps.send();

        assertThat(subjects(drill, "olga"))
                .containsExactly("[演练 DRILL] [ORANGE] Taken by Otto: Practice (" + drill.id() + ")");
    }

    private void called(Crisis crisis, String... people) {
        for (String person : people) {
            paging.page(new Paging.Request(crisis.id(), 1, 1, person, List.of(), Kind.FIRST, null));
        }
    }

    private Crisis declared(String title, Level level, Crisis.Mode mode) {
        return response.declare(new CrisisResponse.Declaration(
                title,
                List.of("newsroom"),
                title + STORY.incrementAndGet(),
                "dataLeak",
                level,
                List.of("Personal data is in the open."),
                Facts.UNKNOWN,
                null,
                mode,
                clock.instant()));
    }

    private List<String> subjects(Crisis crisis, String person) {
        return mails.newest(crisis.id(), null, 200).stream()
                .filter(mail -> mail.recipient().equals(person))
                .filter(mail -> List.of("CrisisFollowUp", "DoNotPost").contains(mail.kind()))
                .sorted(java.util.Comparator.comparing(Mail::createdAt))
                .map(Mail::subject)
                .toList();
    }

    private Mail newest(Crisis crisis, String person) {
        return mails.newest(crisis.id(), null, 200).stream()
                .filter(mail -> mail.recipient().equals(person))
                .filter(mail -> List.of("CrisisFollowUp", "DoNotPost").contains(mail.kind()))
                .findFirst()
                .orElseThrow();
    }
}
