package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Publication.State;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thousand races each: whoever commits first wins, and nothing goes out after a hold or a withdrawal. */
class RaceTest extends LedgerSpecification {

    private static final int RACES = 1000;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final CyclicBarrier start = new CyclicBarrier(2);

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void a_withdrawn_publication_is_never_sent() throws Exception {
        Map<State, Integer> ends = new EnumMap<>(State.class);
        for (int race = 1; race <= RACES; race++) {
            String id = planned("C-" + race, "journal").id();
            Future<Boolean> withdrawn = other.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                try {
                    ledger.drop(id, "withdrawn");
                    return true;
                } catch (Refused tooLate) {
                    return false;
                }
            });
            start.await(10, TimeUnit.SECONDS);
            goOut(id);

            State end = state(id);
            assertThat(end).isEqualTo(withdrawn.get() ? State.DROPPED : State.PUBLISHED);
            assertThat(channel.posts.contains(id)).as(id + " is out").isEqualTo(end == State.PUBLISHED);
            ends.merge(end, 1, Integer::sum);
        }
        assertThat(ends).as("both win some races").containsKeys(State.DROPPED, State.PUBLISHED);
    }

    @Test
    void no_call_starts_after_a_hold_was_committed() throws Exception {
        AtomicReference<Hold> placed = new AtomicReference<>();
        Map<State, Integer> ends = new EnumMap<>(State.class);
        for (int race = 1; race <= RACES; race++) {
            String piece = "C-" + race;
            String id = planned(piece, "journal").id();
            Future<Boolean> startedBefore = other.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return transaction.execute(status -> {
                    placed.set(holds.place(Hold.Scope.PIECE, piece, "Crisis.", "K-1"));
                    return ledger.get(id).callStartedAt() != null;
                });
            });
            start.await(10, TimeUnit.SECONDS);
            goOut(id);
            boolean out = startedBefore.get();
            goOut(id);

            assertThat(channel.posts.contains(id))
                    .as("%s is out, its call had started before the hold: %s", id, out)
                    .isEqualTo(out);
            ends.merge(state(id), 1, Integer::sum);
            holds.release(placed.get().id(), "over");
        }
        assertThat(ends).as("both win some races").containsOnlyKeys(State.READY, State.PUBLISHED);
    }

    @Test
    void two_machines_that_run_the_same_publication_send_it_once() throws Exception {
        for (int race = 1; race <= RACES; race++) {
            String id = planned("C-" + race, "journal").id();
            ledger.claim(id);
            Future<PublishRun.Result> second = other.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return run.publish(id);
            });
            start.await(10, TimeUnit.SECONDS);
            run.publish(id);
            second.get();

            assertThat(state(id)).isEqualTo(State.PUBLISHED);
        }
        assertThat(channel.posts).hasSize(RACES).doesNotHaveDuplicates();
    }

    private void goOut(String id) {
        if (ledger.claim(id).outcome() == Claim.Outcome.CLEAR) {
            run.publish(id);
        }
    }
}
