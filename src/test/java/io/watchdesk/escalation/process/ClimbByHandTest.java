package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_COMMANDER;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_EXECUTIVE;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_OPERATOR;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_PR_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The ladder moved by people and by a new level, by the same path as when time passes. */
class ClimbByHandTest extends EscalationWorld {

    @Test
    void somebody_climbs_to_any_tier_with_a_reason_and_all_below_are_called_too() {
        declared(Level.YELLOW);
        whatIsDueHappens();
        timePasses(Duration.ofMinutes(3));

        as("olga", () -> ladder.climb(crisisId, ladder.of(crisisId).step(), 3, "It is on the news."));
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(toldOf("escalation.climbAsked")).containsExactly("Olga climbs to tier 3: It is on the news.");
        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(33)));
    }

    @Test
    void a_climb_to_the_last_tier_skips_the_loops() {
        declared(Level.RED);
        whatIsDueHappens();

        as("olga", () -> ladder.climb(crisisId, ladder.of(crisisId).step(), 4, "The owner must know."));
        whatIsDueHappens();

        open(
                USER_TAKE_CRISIS_AS_OPERATOR,
                USER_TAKE_CRISIS_AS_PR_MANAGER,
                USER_TAKE_CRISIS_AS_COMMANDER,
                USER_TAKE_CRISIS_AS_EXECUTIVE);
        assertThat(toldOf("escalation.ladderExhausted")).isEmpty();
        assertThat(toldOf("escalation.pagesRepeated")).isEmpty();
    }

    @Test
    void without_a_reason_or_upon_an_old_view_nobody_climbs() {
        declared(Level.YELLOW);
        int seen = ladder.of(crisisId).step();
        assertThatThrownBy(() -> ladder.climb(crisisId, seen, 2, " ")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ladder.climb(crisisId, seen, 5, "More.")).hasMessageContaining("tiers 1 to 4");
        assertThatThrownBy(() -> ladder.climb(crisisId, seen, 1, "Again.")).hasMessageContaining("tier 1 is called");
        ladder.climb(crisisId, seen, 2, "First.");

        assertThatThrownBy(() -> ladder.climb(crisisId, seen, 2, "Second."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tier 2 is called");
    }

    @Test
    void nobody_climbs_what_is_taken() {
        declared(Level.YELLOW);
        takes("olga", USER_TAKE_CRISIS_AS_OPERATOR);

        assertThatThrownBy(() -> ladder.climb(crisisId, ladder.of(crisisId).step(), 2, "More."))
                .hasMessageContaining("taken");
    }

    @RepeatedTest(5)
    void two_who_press_at_once_climb_once() throws Exception {
        declared(Level.YELLOW);
        int seen = ladder.of(crisisId).step();

        List<Boolean> climbed = atOnce(
                () -> as("olga", () -> ladder.climb(crisisId, seen, 2, "Help.")),
                () -> as("otto", () -> ladder.climb(crisisId, seen, 2, "Help.")));
        whatIsDueHappens();

        assertThat(climbed).containsExactlyInAnyOrder(true, false);
        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER);
        assertThat(toldOf("escalation.climbAsked")).hasSize(1);
    }

    @RepeatedTest(5)
    void of_two_who_take_it_at_once_one_has_it() throws Exception {
        declared(Level.RED);
        whatIsDueHappens();

        List<Boolean> took = atOnce(
                () -> as("olga", () -> response.acknowledge(crisisId, "olga", "link"))
                        .taken(),
                () -> {
                    takes("carla", USER_TAKE_CRISIS_AS_COMMANDER);
                    return null;
                });

        assertThat(took).contains(true);
        assertThat(crisis().holder()).isIn("olga", "carla");
        assertThat(toldOf("crisis.acknowledged")).hasSize(1);
        open();
    }

    @Test
    void a_higher_level_calls_the_tiers_it_demands_at_once() {
        declared(Level.YELLOW);
        whatIsDueHappens();
        timePasses(Duration.ofMinutes(4));

        as("otto", () -> response.rate(crisisId, Level.RED, "National media."));
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(9)));
    }

    @Test
    void a_higher_level_shortens_the_running_wait() {
        declared(Level.ORANGE);
        whatIsDueHappens();
        minutesPass(12);
        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(20)));

        as("otto", () -> response.rate(crisisId, Level.RED, "National media."));

        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(15)));
    }

    /** Runs both at the same moment and answers which of them were not refused. */
    private static List<Boolean> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<?> deed : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    try {
                        return !Boolean.FALSE.equals(deed.call());
                    } catch (RuntimeException refused) {
                        return false;
                    }
                }));
            }
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> each : running) {
                done.add(each.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
