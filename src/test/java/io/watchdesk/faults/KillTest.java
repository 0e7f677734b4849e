package io.watchdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole application - engine, web, mail, ledger, ladder - killed at every named point and at moments of chance, half of
 * the deaths on the H2 file and half on PostgreSQL. The long run is in {@code src/docs/faults.md}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {

    /** An odd number of points and an even one of worlds: each point is met on both databases in turn. */
    private static final int WORLDS = 6;

    private static final int ROUNDS = 5;
    private static final long SEED = 20261122;
    private static final int LIVES_UNTIL_LOST = 5;

    @TempDir
    Path directory;

    @Test
    void thirty_two_deaths_lose_nothing_double_nothing_and_leave_nobody_silent() {
        Random chance = new Random(SEED);
        try (KillBattery battery = KillBattery.of(WORLDS, directory, LifeJar.shared(), chance)) {
            battery.dieDuringFirstStarts();
            Fatality.rounds(ROUNDS, WORLDS, chance).forEach(battery::die);

            assertThat(battery.settle())
                    .as("what does not hold after %s", battery.deaths())
                    .isEmpty();
            assertThat(battery.missed()).as("points that no life reached").isEmpty();
            assertThat(battery.deaths().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(2 + ROUNDS * WORLDS);
            for (World world : battery.worlds()) {
                assertThat(world.receipts()).hasSizeGreaterThan(8);
                assertThat(world.platforms().posts()).hasSizeGreaterThan(1);
            }
            for (World world : battery.worlds().subList(0, 2)) {
                assertThat(new Teeth(world).missing())
                        .as("damage that the checker did not see")
                        .isEmpty();
            }
        }
    }

    /**
     * The hole that H2 has as it comes: a commit is answered before it is on the disk. Something else may bring it there in
     * time, a backup for example, so it is tried until it shows; no room is made meanwhile, because that would bring it there.
     */
    @Test
    void commits_that_are_not_durable_are_seen_as_lost() {
        try (World world = World.onH2(directory.resolve("undurable"), LifeJar.shared())) {
            List<Breach> seen = List.of();
            for (int life = 0; life < LIVES_UNTIL_LOST && !lost(seen); life++) {
                Life dying = world.life("--watchdesk.compaction.every=PT0S").ready();
                dying.order("undurable");
                dying.awaited("undurable");
                for (int i = 0; i < 10; i++) {
                    String event = "hole-%d-%d".formatted(life, i);
                    assertThat(dying.signal(event, KillChain.signal(event))).isTrue();
                }
                dying.kill();
                seen = world.breaches();
            }
            assertThat(lost(seen)).as("acknowledged signals are missed").isTrue();
        }
    }

    private static boolean lost(List<Breach> seen) {
        return seen.stream()
                .anyMatch(breach -> breach.invariant() == Invariant.INTAKE
                        && breach.sentence().contains("was answered as")
                        && breach.sentence().contains("and is lost"));
    }
}
