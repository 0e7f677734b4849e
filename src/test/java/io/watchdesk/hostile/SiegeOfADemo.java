package io.watchdesk.hostile;

import io.watchdesk.testing.RunningDemo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Starts a demo of its own and sends it thousands of bad inputs. */
public final class SiegeOfADemo {

    private static final String DEMO_SECRET = "watchdesk-demo-monitor-secret";
    private static final String TOKEN = "a-token-of-this-siege";
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofMinutes(4);

    private SiegeOfADemo() {}

    /**
     * What became of it.
     *
     * @param breaches what must not be, a line for each: an answer 5xx, a word of the inside, a hang
     * @param table what was sent, by kind, and how it was answered
     */
    public record Outcome(List<String> breaches, String table) {}

    /**
     * Sends so many to a demo of its own, whose data and log stay in a new directory of this one: they tell what a fault was.
     *
     * @param directory where {@code table.txt} and {@code breaches.txt} are left, too
     */
    public static Outcome lay(Path directory, int many, long seed) throws Exception {
        Path home = Files.createTempDirectory(Files.createDirectories(directory).toAbsolutePath(), "demo");
        try (RunningDemo demo = RunningDemo.start(
                home,
                "--watchdesk.signals.quota=1000000",
                "--watchdesk.signals.sources[0].id=monitor",
                "--watchdesk.signals.sources[0].webhook.secrets[0]=whsec_"
                        + Base64.getEncoder().encodeToString(DEMO_SECRET.getBytes(StandardCharsets.UTF_8)),
                "--watchdesk.signals.sources[1].id=prometheus",
                "--watchdesk.signals.sources[1].alertmanager.tokens[0]=" + TOKEN)) {
            Awaitility.await().atMost(UNTIL_IT_ANSWERS).until(demo::answers);
            List<Endpoint> endpoints = Endpoints.all();
            Siege siege = new Siege(new Wire(demo.root(), DEMO_SECRET, TOKEN));
            BadInputs inputs = new BadInputs(seed, endpoints, true);
            siege.send(Stream.generate(inputs::next).limit(many).toList());
            String table = "%d bad inputs of seed %d to %s addresses%n%s"
                    .formatted(many, seed, BadInputs.counted(endpoints), siege.table());
            return kept(directory, new Outcome(List.copyOf(siege.breaches()), table));
        }
    }

    private static Outcome kept(Path directory, Outcome outcome) throws IOException {
        Files.writeString(directory.resolve("table.txt"), outcome.table());
        Files.write(directory.resolve("breaches.txt"), outcome.breaches());
        return outcome;
    }
}
