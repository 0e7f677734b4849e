package io.watchdesk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The long run: 500 kills on both databases, 1,000 faults around living applications, 10,000 publications of which every
 * fifth call meets a fault, and ten races a thousand times each. {@code mvn -q test-compile exec:exec@fault-run}; a part of
 * it with {@code -Dkills=50 -Dfaults=0 -Dpublications=1000 -Draces=100}. It works in chunks and writes each into a file: run
 * again with the same seed, it goes on where it was stopped. {@code src/docs/faults.md} explains the table.
 */
final class FaultRun {

    private static final int KILLS_A_CHAIN = 25;
    private static final int PUBLICATIONS_A_CHUNK = 1000;
    private static final int ROUNDS_A_LIFE = 5;

    private final long seed = Long.getLong("seed", 20261122);
    private final Path directory = Path.of("target", "fault-run");
    private final FaultTable table;
    private final LifeJar jar;

    private FaultRun() throws IOException {
        Files.createDirectories(directory);
        table = new FaultTable(directory.resolve("seed-" + seed + ".csv"));
        jar = LifeJar.shared();
    }

    public static void main(String[] arguments) throws IOException {
        FaultRun run = new FaultRun();
        System.out.printf("Seed %d; finished chunks are in %s%n", run.seed, run.table.file());
        run.races(Integer.getInteger("races", 1000));
        run.publications(Integer.getInteger("publications", 10_000));
        run.faults(Integer.getInteger("faults", 1000));
        run.kills(Integer.getInteger("kills", 500));
        System.out.println(run.table.printed());
        System.exit(run.table.violations() == 0 ? 0 : 1);
    }

    private void kills(int count) {
        CompletableFuture<Void> postgres = CompletableFuture.runAsync(() -> kills("PostgreSQL", count / 2));
        kills("H2", count - count / 2);
        postgres.join();
    }

    private void kills(String database, int count) {
        for (int done = 0; done < count; done += KILLS_A_CHAIN) {
            int from = done;
            int now = Math.min(KILLS_A_CHAIN, count - done);
            chunk("kills on " + database, from + "+" + now, () -> {
                try (World world = world(database, "kills-" + database + "-" + from)) {
                    long chunkSeed = seed * 31 + from;
                    List<Fatality> plan = new ArrayList<>(Fatality.firstStart(Math.min(2, now)));
                    plan.addAll(Fatality.many(now - plan.size(), new Random(chunkSeed)));
                    KillChain chain = new KillChain(world, chunkSeed).die(plan);
                    return new Chunk(chain.settle(), now, chain.deaths());
                }
            });
        }
    }

    private void publications(int count) {
        for (int done = 0; done < count; done += PUBLICATIONS_A_CHUNK) {
            int from = done;
            int now = Math.min(PUBLICATIONS_A_CHUNK, count - done);
            String database = from / PUBLICATIONS_A_CHUNK % 2 == 0 ? "H2" : "PostgreSQL";
            chunk(
                    "publications, 20 % of calls with faults",
                    from + "+" + now, () -> {
                        try (World world = world(database, "publications-" + from)) {
                            return new PublicationStorm(world, seed + from).run(now);
                        }
                    });
        }
    }

    private void faults(int count) {
        for (int round = 0; table.times("faults around a life") < count; round += ROUNDS_A_LIFE) {
            int from = round;
            chunk("faults around a life", "round " + from, () -> {
                try (World world = World.onPostgres(fresh("faults-" + from), jar)) {
                    return new LivingFaults(world).rounds(ROUNDS_A_LIFE);
                }
            });
        }
    }

    private void races(int count) {
        if (count == 0) {
            return;
        }
        try (Races races = new Races(fresh("races"))) {
            for (String race : races.names()) {
                chunk("race: " + race, "1-" + count, () -> races.run(race, count));
            }
        }
    }

    private World world(String database, String name) {
        return database.equals("H2") ? World.onH2(fresh(name), jar) : World.onPostgres(fresh(name), jar);
    }

    private void chunk(String section, String name, Supplier<Chunk> work) {
        if (table.has(section, name)) {
            return;
        }
        long begin = System.nanoTime();
        Chunk chunk;
        try {
            chunk = work.get();
        } catch (CompletionException | AssertionError | IllegalStateException e) {
            chunk = new Chunk(List.of(new Breach(Invariant.NO_LEAK, "The run itself failed: " + e)), 0, Map.of());
        }
        chunk.breaches().forEach(breach -> System.out.println("  " + breach));
        table.add(section, name, chunk, Duration.ofNanos(System.nanoTime() - begin));
        System.out.printf(
                Locale.ROOT,
                "%s %s: %s, %d violations, %.0f s%n",
                section,
                name,
                chunk.count() + " " + chunk.kinds(),
                chunk.breaches().size(),
                (System.nanoTime() - begin) / 1e9);
    }

    private Path fresh(String name) {
        try {
            Path place = directory.resolve("worlds").resolve(name);
            if (Files.exists(place)) {
                try (Stream<Path> all = Files.walk(place)) {
                    for (Path path :
                            all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(place).toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
