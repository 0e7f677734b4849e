package io.watchdesk.faults;

import io.watchdesk.faults.Platforms.Mood;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many pieces through the whole line to ten accounts each, while every fifth call of a platform meets a fault. */
final class PublicationStorm {

    private static final int ACCOUNTS = World.PLATFORMS.split(",").length;
    private static final double FAULTS = 0.2;
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final World world;
    private final long seed;

    PublicationStorm(World world, long seed) {
        this.world = world;
        this.seed = seed;
    }

    /** Publishes so many and proves the invariants. */
    Chunk run(int publications) {
        world.platforms().faults(FAULTS, seed);
        try (Life life = world.lastingLife("--watchdesk.self-watch.every=P1D").ready()) {
            life.order("work");
            life.order("brief %s %d".formatted(World.PLATFORMS, publications / ACCOUNTS));
            life.awaited("briefed");
            long end = System.nanoTime() + LONGEST.toNanos();
            int still = 0;
            while (still < 4 && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                life.order("settled?");
                still = "0".equals(life.awaited("settled")) ? still + 1 : 0;
            }
            world.rests();
        }
        List<Breach> breaches = world.breaches();
        Map<String, Integer> times = new LinkedHashMap<>();
        new TreeMap<>(world.platforms().moods())
                .forEach((mood, count) -> times.put("call: " + mood.name().toLowerCase(), count));
        world.jdbc()
                .sql("select state, count(*) as n from publication group by state order by state")
                .query(row -> {
                    times.put("ended " + row.getString("state"), row.getInt("n"));
                });
        times.put(
                "unknown, of platforms that can be asked",
                world.jdbc()
                        .sql("select count(*) from publication where state = 'UNKNOWN' and account_id not like ?")
                        .param(RoutedChannel.BLIND + "%")
                        .query(Integer.class)
                        .single());
        times.put("accepted more than once", (int) world.platforms().posts().values().stream()
                .filter(posts -> posts > 1)
                .count());
        if (!world.platforms().moods().containsKey(Mood.WELL)) {
            throw new IllegalStateException("Nothing was published.");
        }
        return new Chunk(breaches, publications, times);
    }
}
