package io.watchdesk.oncall;

import static io.watchdesk.oncall.OnCallLab.ROTA;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ApplicationSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes at the same moment: of those that contradict each other one wins, whoever is faster. */
class StandInRaceTest extends ApplicationSpecification {

    private static final int ROUNDS = 10;

    @Autowired
    private Changes changes;

    @Autowired
    private Coverage coverage;

    @Autowired
    private Rotas rotas;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService two = Executors.newFixedThreadPool(2);

    @BeforeEach
    void lab() {
        new OnCallLab(jdbc).sweep();
        for (String person : List.of("nina", "noah", "nora")) {
            isMemberOf(person, ROTA);
        }
        rotas.save(OnCallLab.daily("nina"));
    }

    @AfterEach
    void no_traces() {
        two.shutdownNow();
        new OnCallLab(jdbc).sweep();
    }

    @Test
    void two_who_replace_the_same_person_at_once() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String day = "2027-12-%02dT".formatted(round);
            int refusals = atOnce(
                    () -> changes.standIn(
                            ROTA, "noah", "nina", OnCallLab.at(day + "09:00"), OnCallLab.at(day + "18:00"), null),
                    () -> changes.standIn(
                            ROTA, "nora", "nina", OnCallLab.at(day + "12:00"), OnCallLab.at(day + "20:00"), null));

            assertThat(refusals).as(day).isEqualTo(1);
        }
        assertThat(changes.standIns(ROTA)).hasSize(ROUNDS);
    }

    @Test
    void two_checks_at_once_find_the_same_gap_once() throws Exception {
        Rota rota = rotas.get(ROTA);
        rotas.save(new Rota(ROTA, "Lab", null, rota.zone(), List.of(), rota.revision()));

        atOnce(coverage::check, coverage::check);

        assertThat(jdbc.sql("select count(*) from oncall_finding where rota = ?")
                        .param(ROTA)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private int atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Boolean>> results = new ArrayList<>();
        for (Callable<?> deed : List.of(one, other)) {
            results.add(two.submit(() -> {
                start.await();
                try {
                    deed.call();
                    return false;
                } catch (Refused refused) {
                    return true;
                }
            }));
        }
        int refusals = 0;
        for (Future<Boolean> result : results) {
            refusals += result.get() ? 1 : 0;
        }
        return refusals;
    }
}
