package io.watchdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole application - engine, web, mail, ledger, ladder - as another JVM that is killed at named points and at moments
 * of chance, on the H2 file and on PostgreSQL: each way to die once in every build, thirty deaths with
 * {@code -Dwatchdesk.test.kills=30}. The long run is in {@code src/docs/faults.md}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {

    private static final boolean THIRTY = Integer.getInteger("watchdesk.test.kills", 0) >= 30;
    private static final long SEED = 20261122;

    @TempDir
    Path directory;

    @Test
    void deaths_lose_nothing_double_nothing_and_leave_nobody_silent() {
        LifeJar jar = LifeJar.shared();
        CompletableFuture<Outcome> postgres =
                CompletableFuture.supplyAsync(() -> chain("postgres", home -> World.onPostgres(home, jar)));
        CompletableFuture<Outcome> h2 = CompletableFuture.supplyAsync(() -> chain("h2", home -> World.onH2(home, jar)));

        assertThat(List.of(h2.join(), postgres.join())).allSatisfy(outcome -> {
            assertThat(outcome.breaches())
                    .as("what does not hold on %s after %s", outcome.name(), outcome.deaths())
                    .isEmpty();
            assertThat(outcome.missed())
                    .as("points that no life on %s reached", outcome.name())
                    .isEmpty();
            assertThat(outcome.unseen())
                    .as("damage on %s that the checker did not see", outcome.name())
                    .isEmpty();
            assertThat(outcome.receipts()).isGreaterThan(THIRTY ? 30 : 15);
            assertThat(outcome.posts()).isGreaterThan(3);
        });
    }

    /** The hole that H2 has as it comes: a commit is answered before it is on the disk. */
    @Test
    void commits_that_are_not_durable_are_seen_as_lost() {
        try (World world = World.onH2(directory.resolve("undurable"), LifeJar.shared())) {
            Life life = world.life().ready();
            life.order("undurable");
            life.awaited("undurable");
            for (int i = 0; i < 10; i++) {
                String event = "hole-" + i;
                assertThat(life.signal(event, KillChain.signal(event))).isTrue();
            }
            life.kill();

            assertThat(world.breaches()).anySatisfy(breach -> {
                assertThat(breach.invariant()).isEqualTo(Invariant.INTAKE);
                assertThat(breach.sentence()).contains("was answered as", "and is lost");
            });
        }
    }

    private Outcome chain(String name, Function<Path, World> begin) {
        try (World world = begin.apply(directory.resolve(name))) {
            KillChain chain = new KillChain(world, SEED).die(plan(name));
            List<Breach> breaches = chain.settle();
            return new Outcome(
                    name,
                    breaches,
                    chain.deaths(),
                    chain.missed(),
                    breaches.isEmpty() ? new Teeth(world).missing() : List.of(),
                    world.receipts().size(),
                    world.platforms().posts().size());
        }
    }

    /** What both databases share is split between them; of thirty deaths, what they differ in is on both. */
    private static List<Fatality> plan(String name) {
        if (!THIRTY) {
            return name.equals("h2")
                    ? Fatality.onceEach().subList(0, 7)
                    : Fatality.onceEach().subList(7, 14);
        }
        List<Fatality> plan = new ArrayList<>(Fatality.firstStart(3));
        List<Fatality> named = Fatality.named();
        int from = name.equals("h2") ? 0 : 1;
        for (int i = 0; i < named.size(); i++) {
            boolean both = i < 2 || i == 6 || i == 7;
            if (both || i % 2 == from) {
                plan.add(named.get(i));
            }
        }
        plan.addAll(Fatality.chance(1, 2));
        return plan;
    }

    private record Outcome(
            String name,
            List<Breach> breaches,
            Map<String, Integer> deaths,
            Map<String, Integer> missed,
            List<String> unseen,
            int receipts,
            int posts) {}
}
