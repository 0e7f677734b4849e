package io.watchdesk.faults;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Several applications, each with a database of its own, that live in one JVM and are killed with it when each stands where
 * it shall die. The next JVM goes on with what is left of all of them.
 */
final class KillBattery implements AutoCloseable {

    /** Who stands at a point may hold what others of the same application want, until those give up. */
    private static final Pattern HELD = Pattern.compile(
            "(?i)timeout trying to lock|lock timeout|connection is not available|temporarily unavailable");

    private final List<KillChain> chains;
    private final OwnPostgres postgres;
    private final LifeJar jar;
    private final ExecutorService killers = Executors.newCachedThreadPool();

    private KillBattery(List<KillChain> chains, OwnPostgres postgres) {
        this.chains = List.copyOf(chains);
        this.postgres = postgres;
        this.jar = chains.get(0).world().jar();
    }

    /** So many empty worlds, in turn on the H2 file and on a PostgreSQL server that they share. */
    static KillBattery of(int worlds, Path home, LifeJar jar, Random chance) {
        OwnPostgres postgres = OwnPostgres.start(home.resolve("postgres"));
        List<KillChain> chains = new ArrayList<>();
        for (int i = 0; i < worlds; i++) {
            Path place = home.resolve("world-" + i);
            World world = i % 2 == 0 ? World.onH2(place, jar) : World.onPostgres(place, jar, postgres);
            chains.add(new KillChain(world, chance.nextLong()));
        }
        return new KillBattery(chains, postgres);
    }

    List<World> worlds() {
        return chains.stream().map(KillChain::world).toList();
    }

    /** The first world on each database dies while it makes its tables. */
    void dieDuringFirstStarts() {
        chains.stream()
                .limit(2)
                .map(chain -> CompletableFuture.runAsync(chain::dieDuringStart, killers))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** Each dies once, in its own way; who dies in the DATA of a mail takes the others along at that moment. */
    void die(List<Fatality> ways) {
        List<MailRelay> relays = new ArrayList<>();
        List<List<String>> settings = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            World world = chains.get(i).world();
            MailRelay relay =
                    ways.get(i).inData() ? new MailRelay(world.mail().getSmtp().getPort()) : null;
            relays.add(relay);
            settings.add(relay == null ? world.begins() : world.begins("--spring.mail.port=" + relay.port()));
        }
        Instant begin = Instant.now();
        Host host = host(settings);
        List<CompletableFuture<Boolean>> there = new ArrayList<>();
        try {
            host.lives().forEach(Life::ready);
            for (int i = 0; i < chains.size(); i++) {
                int number = i;
                there.add(CompletableFuture.supplyAsync(
                        () -> chains.get(number).live(host.lives().get(number), ways.get(number), relays.get(number)),
                        killers));
            }
            there.forEach(CompletableFuture::join);
        } finally {
            host.kill();
            relays.stream().filter(java.util.Objects::nonNull).forEach(MailRelay::close);
        }
        Instant end = Instant.now();
        for (int i = 0; i < chains.size(); i++) {
            chains.get(i).died(ways.get(i), there.get(i).join());
            chains.get(i).world().forgive(begin, end, HELD);
        }
    }

    /** A last life of each, in which everything comes to rest; answers what does not hold. */
    List<Breach> settle() {
        try (Host last =
                host(chains.stream().map(chain -> chain.world().begins()).toList())) {
            last.lives().forEach(Life::ready);
            List<CompletableFuture<Void>> resting = new ArrayList<>();
            for (int i = 0; i < chains.size(); i++) {
                int number = i;
                resting.add(CompletableFuture.runAsync(
                        () -> chains.get(number).settle(last.lives().get(number)), killers));
            }
            resting.forEach(CompletableFuture::join);
        }
        return chains.stream()
                .flatMap(chain -> chain.world().breaches().stream())
                .distinct()
                .toList();
    }

    private Host host(List<List<String>> settings) {
        return Host.begin(
                jar.options(settings.size()),
                chains.stream().map(KillChain::world).toList(),
                settings);
    }

    /** How often they died where, by fault and point. */
    Map<String, Integer> deaths() {
        Map<String, Integer> all = new TreeMap<>();
        chains.forEach(chain -> chain.deaths().forEach((way, times) -> all.merge(way, times, Integer::sum)));
        return all;
    }

    /** Points that a life did not reach before it was killed all the same. */
    Map<String, Integer> missed() {
        Map<String, Integer> all = new LinkedHashMap<>();
        chains.forEach(chain -> chain.missed().forEach((way, times) -> all.merge(way, times, Integer::sum)));
        return all;
    }

    @Override
    public void close() {
        killers.shutdownNow();
        chains.forEach(chain -> chain.world().close());
        postgres.close();
    }
}
