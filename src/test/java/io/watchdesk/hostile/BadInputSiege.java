package io.watchdesk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.RunningDemo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Sends thousands of bad inputs to a demo of its own and prints what became of them; no part of the build:
 * {@code mvn test -Dtest=BadInputSiege -Dwatchdesk.test.bad-inputs=6000 -Dwatchdesk.test.seed=1}.
 */
class BadInputSiege {

    private static final String DEMO_SECRET = "watchdesk-demo-monitor-secret";
    private static final String TOKEN = "a-token-of-this-siege";
    private static final int MANY = Integer.getInteger("watchdesk.test.bad-inputs", 6_000);
    private static final long SEED = Long.getLong("watchdesk.test.seed", 1);

    @Test
    void nothing_that_is_sent_does_harm() throws Exception {
        // Kept afterwards: the log of the demo tells what a fault was.
        Path directory = Files.createDirectories(Path.of("target", "siege").toAbsolutePath());
        Path home = Files.createTempDirectory(directory, "demo");
        try (RunningDemo demo = RunningDemo.start(
                home,
                "--watchdesk.signals.quota=1000000",
                "--watchdesk.signals.sources[0].id=monitor",
                "--watchdesk.signals.sources[0].webhook.secrets[0]=whsec_"
                        + Base64.getEncoder().encodeToString(DEMO_SECRET.getBytes(StandardCharsets.UTF_8)),
                "--watchdesk.signals.sources[1].id=prometheus",
                "--watchdesk.signals.sources[1].alertmanager.tokens[0]=" + TOKEN)) {
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(demo::answers);
            List<Endpoint> endpoints = Endpoints.all();
            Siege siege = new Siege(new Wire(demo.root(), DEMO_SECRET, TOKEN));
            BadInputs inputs = new BadInputs(SEED, endpoints, true);
            siege.send(Stream.generate(inputs::next).limit(MANY).toList());

            String table = "%d bad inputs of seed %d to %s addresses%n%s"
                    .formatted(MANY, SEED, BadInputs.counted(endpoints), siege.table());
            System.out.println(table);
            Files.writeString(directory.resolve("table.txt"), table);
            Files.write(directory.resolve("breaches.txt"), siege.breaches());
            assertThat(siege.breaches()).isEmpty();
        }
    }
}
