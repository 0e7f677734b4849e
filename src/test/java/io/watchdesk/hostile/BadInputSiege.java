package io.watchdesk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Sends thousands of bad inputs to a demo of its own and prints what became of them; no part of the build:
 * {@code mvn test -Dtest=BadInputSiege -Dwatchdesk.test.bad-inputs=6000 -Dwatchdesk.test.seed=1}.
 */
class BadInputSiege {

    private static final int MANY = Integer.getInteger("watchdesk.test.bad-inputs", 6_000);
    private static final long SEED = Long.getLong("watchdesk.test.seed", 1);

    @Test
    void nothing_that_is_sent_does_harm() throws Exception {
        SiegeOfADemo.Outcome outcome = SiegeOfADemo.lay(Path.of("target", "siege"), MANY, SEED);

        System.out.println(outcome.table());
        assertThat(outcome.breaches()).isEmpty();
    }
}
