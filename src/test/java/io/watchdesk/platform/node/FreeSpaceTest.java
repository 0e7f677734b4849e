package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.platform.Watched.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreeSpaceTest {

    private static final DataSize ENOUGH = DataSize.ofBytes(1);
    private static final DataSize MORE_THAN_THERE_IS = DataSize.ofTerabytes(1_000_000);

    @TempDir
    private Path directory;

    @Test
    void enough_space_is_no_concern_and_no_pause() {
        FreeSpace space = space(ENOUGH, ENOUGH);

        assertThat(space.troubles()).isEmpty();
        assertThat(space.reason()).isEmpty();
    }

    @Test
    void little_space_is_an_alarm_while_posts_still_go_out() {
        FreeSpace space = space(MORE_THAN_THERE_IS, ENOUGH);

        assertThat(space.troubles())
                .singleElement()
                .extracting(Trouble::sentence)
                .asString()
                .contains("The disk of node-one is nearly full", directory.toString(), "Free some space.")
                .doesNotContain("Nothing is published");
        assertThat(space.reason()).isEmpty();
    }

    @Test
    void with_too_little_space_nothing_is_published_and_the_alarm_says_so() {
        FreeSpace space = space(MORE_THAN_THERE_IS, MORE_THAN_THERE_IS);

        assertThat(space.troubles())
                .singleElement()
                .extracting(Trouble::sentence)
                .asString()
                .contains("Nothing is published until then.");
        assertThat(space.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("nearly full"));
    }

    private FreeSpace space(DataSize free, DataSize publishing) {
        return new FreeSpace(
                directory.resolve("not/there/yet"),
                new NodeSettings(null, free, publishing, Duration.ofSeconds(2), true, null, false, false),
                () -> "node-one");
    }
}
