package io.watchdesk.faults;

import io.watchdesk.hostile.SiegeOfADemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The long run: 500 kills on both databases, 1,000 faults around living applications, 10,000 publications of which every
 * fifth call meets a fault, 5,000 bad inputs and ten races a thousand times each. {@code mvn -q test-compile
 * exec:exec@fault-run}; a part of it with {@code -Dkills=50 -Dfaults=0 -Dpublications=1000 -Draces=100 -Dinputs=0}. It works in
 * chunks and writes each into a file below {@code -Dplace}: run again with the same seed, it goes on where it was stopped.
 * {@code src/docs/faults.md} explains the table.
 */
final class FaultRun {

    private static final int WORLDS = 6;
    private static final int KILL_ROUNDS = 5;
    private static final int A_PART = 2 + KILL_ROUNDS * WORLDS;
    private static final int KINDS = 40;
    private static final int PUBLICATIONS_A_CHUNK = 1000;
    private static final int INPUTS_A_CHUNK = 2500;

    private static final Path PLACE = Path.of(System.getProperty("place", "target/fault-run"));

    /** Chunks that mostly wait are run so many at once; the others have the machine for themselves. */
    private static final int WAITING_AT_ONCE = Integer.getInteger("at-once", 2);

    private final long seed = Long.getLong("seed", 20261122);
    private final FaultTable table;
    private final LifeJar jar;
    private final Standstill standstill = new Standstill();
    private volatile boolean ending;

    private FaultRun() throws IOException {
        Files.createDirectories(PLACE);
        table = new FaultTable(PLACE.resolve("seed-" + seed + ".csv"));
        jar = LifeJar.shared();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (System.getProperty(LifeJar.PLACE) == null) {
            System.exit(packed());
        }
        FaultRun run = new FaultRun();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run.ending = true));
        System.out.printf("Seed %d; finished chunks are in %s%n", run.seed, run.table.file());
        run.inputs(Integer.getInteger("inputs", 5_000));
        run.kills(Integer.getInteger("kills", 500));
        run.faults(Integer.getInteger("faults", 1000));
        run.races(Integer.getInteger("races", 1000));
        run.publications(Integer.getInteger("publications", 10_000));
        System.out.println(run.table.printed());
        System.exit(run.table.violations() == 0 ? 0 : 1);
    }

    /** Does it from packed classes, so that whoever goes on working here may compile meanwhile; answers how it ended. */
    private static int packed() throws IOException, InterruptedException {
        Path lives = PLACE.resolve("lives").toAbsolutePath();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Stream.of("kills", "faults", "publications", "races", "inputs", "seed", "place", "at-once", "user.timezone")
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D%s=%s".formatted(name, System.getProperty(name))));
        command.addAll(List.of(
                "-D%s=%s".formatted(LifeJar.PLACE, lives), "-cp", LifeJar.packedIn(lives), FaultRun.class.getName()));
        Process run = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(run::destroy));
        return run.waitFor();
    }

    private void inputs(int count) {
        for (int done = 0; done < count; done += INPUTS_A_CHUNK) {
            int from = done;
            int now = Math.min(INPUTS_A_CHUNK, count - done);
            chunk("generated bad inputs", from + "+" + now, () -> {
                SiegeOfADemo.Outcome outcome = SiegeOfADemo.lay(fresh("inputs-" + from), now, seed + from);
                System.out.println(outcome.table());
                List<Breach> breaches = outcome.breaches().stream()
                        .map(sentence -> new Breach(Invariant.NO_LEAK, sentence))
                        .toList();
                return new Chunk(breaches, now, Map.of());
            });
        }
    }

    private void kills(int count) {
        int parts = (count + A_PART - 1) / A_PART;
        for (int part = 0; part < parts; part++) {
            long chunkSeed = seed * 31 + part;
            int number = part;
            chunk("kills, half of them on each database", "part " + part, () -> {
                Random chance = new Random(chunkSeed);
                try (KillBattery battery = KillBattery.of(WORLDS, fresh("kills-" + number), jar, chance)) {
                    battery.dieDuringFirstStarts();
                    Fatality.rounds(KILL_ROUNDS, WORLDS, chance).forEach(battery::die);
                    Map<String, Integer> kinds = new TreeMap<>(battery.deaths());
                    battery.missed().forEach((way, times) -> kinds.put("point not reached in time: " + way, times));
                    return new Chunk(battery.settle(), A_PART, kinds);
                }
            });
        }
    }

    private void publications(int count) {
        List<Runnable> chunks = new ArrayList<>();
        for (int done = 0; done < count; done += PUBLICATIONS_A_CHUNK) {
            int from = done;
            int now = Math.min(PUBLICATIONS_A_CHUNK, count - done);
            String database = from / PUBLICATIONS_A_CHUNK % 2 == 0 ? "H2" : "PostgreSQL";
            chunks.add(() -> chunk(
                    "publications, 20 % of calls with faults",
                    from + "+" + now, () -> {
                        try (World world = world(database, "publications-" + from)) {
                            return new PublicationStorm(world, seed + from).run(now);
                        }
                    }));
        }
        several(chunks);
    }

    private void faults(int count) {
        List<Runnable> chunks = new ArrayList<>();
        for (int round = 0; round * KINDS < count; round++) {
            int from = round;
            chunks.add(() -> chunk("faults around a life", "round " + from, () -> {
                try (World world = World.onPostgres(fresh("faults-" + from), jar)) {
                    return new LivingFaults(world).rounds(1);
                }
            }));
        }
        several(chunks);
    }

    private void races(int count) {
        if (count == 0) {
            return;
        }
        List<Runnable> chunks = new ArrayList<>();
        for (String race : Races.NAMES) {
            chunks.add(() -> chunk("race: " + race, "1-" + count, () -> {
                try (Races races = new Races(fresh("race-" + race.replace(' ', '-')))) {
                    return races.run(race, count);
                }
            }));
        }
        several(chunks);
    }

    private static void several(List<Runnable> chunks) {
        ExecutorService workers = Executors.newFixedThreadPool(WAITING_AT_ONCE);
        chunks.stream()
                .map(chunk -> CompletableFuture.runAsync(chunk, workers))
                .toList()
                .forEach(CompletableFuture::join);
        workers.shutdown();
    }

    private World world(String database, String name) {
        return database.equals("H2") ? World.onH2(fresh(name), jar) : World.onPostgres(fresh(name), jar);
    }

    private void chunk(String section, String name, Callable<Chunk> work) {
        if (table.has(section, name)) {
            return;
        }
        long begin;
        Chunk chunk;
        do {
            begin = System.nanoTime();
            chunk = done(work);
        } while (standstill.happenedSince(begin));
        if (ending) {
            // What runs while everything is being taken down proves nothing.
            return;
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

    /** A run that fails itself has proven nothing, which counts as a violation until it is repeated. */
    private static Chunk done(Callable<Chunk> work) {
        try {
            return work.call();
        } catch (Exception | AssertionError e) {
            return new Chunk(List.of(new Breach(Invariant.NO_LEAK, "The run itself failed: " + e)), 0, Map.of());
        }
    }

    private Path fresh(String name) {
        try {
            Path place = PLACE.resolve("worlds").resolve(name);
            if (Files.exists(place)) {
                try (Stream<Path> all = Files.walk(place)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
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
