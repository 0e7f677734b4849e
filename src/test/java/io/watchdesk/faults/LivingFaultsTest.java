package io.watchdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of fault around a living application, once. The long run is in {@code src/docs/faults.md}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LivingFaultsTest {

    @TempDir
    Path directory;

    @Test
    void one_life_outlives_every_fault_around_it() {
        try (World world = World.onPostgres(directory.resolve("world"), LifeJar.shared())) {
            Chunk chunk = new LivingFaults(world).rounds(1);

            assertThat(chunk.breaches()).isEmpty();
            assertThat(new Teeth(world).missing())
                    .as("damage that the checker did not see")
                    .isEmpty();
            assertThat(chunk.count()).as("faults: %s", chunk.kinds()).isEqualTo(40);
        }
    }
}
