package io.watchdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose memory is used up ends at once, also without the option of the JVM for it, and the next one goes on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutOfMemoryTest {

    private static final int ENDED_WITHOUT_MEMORY = 3;

    @TempDir
    Path directory;

    @Test
    void what_runs_out_of_memory_ends_and_nothing_is_lost() {
        try (World world = World.onH2(directory, LifeJar.shared())) {
            KillChain chain = new KillChain(world, 1);
            Fatality fatality = Fatality.withoutMemory();
            Life dying = world.life().ready();
            assertThat(chain.live(dying, fatality, null)).as("it ended").isTrue();
            assertThat(dying.process().exitValue()).isEqualTo(ENDED_WITHOUT_MEMORY);
            chain.died(fatality, true);

            try (Life last = world.life().ready()) {
                chain.settle(last);
            }

            assertThat(world.breaches()).isEmpty();
        }
    }
}
