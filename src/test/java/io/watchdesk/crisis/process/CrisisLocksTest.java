package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Several work on one crisis at the same moment. */
class CrisisLocksTest extends CrisisWorld {

    @Autowired
    private Crises crises;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void two_who_have_written_into_its_timeline_and_go_on_with_it_wait_for_each_other_in_turn() {
        String crisis = declared(Level.YELLOW).id();
        CyclicBarrier bothHaveWritten = new CyclicBarrier(2);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> goesOn(crisis, "First.", bothHaveWritten));
        goesOn(crisis, "Second.", bothHaveWritten);
        other.join();

        assertThat(timeline.of(crisis)).extracting(entry -> entry.text()).contains("First.", "Second.");
    }

    private void goesOn(String crisis, String what, CyclicBarrier bothHaveWritten) {
        transaction.executeWithoutResult(status -> {
            timeline.record(crisis, "crisis.functionReported", what);
            try {
                bothHaveWritten.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            crises.lock(crisis);
        });
    }
}
