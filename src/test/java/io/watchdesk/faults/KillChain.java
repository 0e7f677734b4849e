package io.watchdesk.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One application that lives again and again on the same data: each life works, takes signals, publishes and pages until it
 * is killed, and the next one goes on with what is left. At the end everything settles and the invariants are proven.
 */
final class KillChain {

    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(4);
    private static final Duration BETWEEN_SIGNALS = Duration.ofMillis(60);
    private static final int SIGNALS_AT_ONCE = 4;
    private static final Duration UNTIL_MORE = Duration.ofSeconds(20);

    private static final ExecutorService LOADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "load of a life");
        thread.setDaemon(true);
        return thread;
    });

    private final World world;
    private final Random chance;
    private final Queue<String> unanswered = new ArrayDeque<>();
    private final Map<String, Integer> deaths = new TreeMap<>();
    private final Map<String, Integer> missed = new LinkedHashMap<>();
    private CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);
    private int load;

    KillChain(World world, long seed) {
        this.world = world;
        this.chance = new Random(seed);
    }

    /** How often it died where, by fault and point. */
    Map<String, Integer> deaths() {
        return deaths;
    }

    /** Points that a life did not reach before it was killed all the same. */
    Map<String, Integer> missed() {
        return missed;
    }

    World world() {
        return world;
    }

    /** A first start that is killed while it makes its tables. */
    void dieDuringStart() {
        double moment = chance.nextDouble();
        Life dying = world.life();
        long end = System.nanoTime() + UNTIL_SETTLED.toNanos();
        while (world.furnishing() < moment && System.nanoTime() < end) {
            rest(Duration.ofMillis(3));
        }
        dying.kill();
        died(Fatality.firstStart(), world.furnishing() >= moment);
    }

    /** Lives until it stands where it shall die; answers whether it came so far. */
    boolean live(Life dying, Fatality fatality, MailRelay relay) {
        if (fatality.inData()) {
            relay.onData(dying::kill);
        } else if (fatality.point() != null) {
            dying.order("die %s %d".formatted(fatality.point(), fatality.time()));
        }
        // A signal may be what stands at the point, and is never answered then.
        loading = CompletableFuture.runAsync(() -> load(dying, fatality.cleaning()), LOADS);
        if (fatality.usesUpMemory()) {
            loading.join();
            dying.order("fill");
        }
        if (fatality.inData() || fatality.usesUpMemory()) {
            return dying.endedWithin(fatality.within());
        }
        if (fatality.point() == null) {
            rest(Duration.ofMillis(chance.nextLong(fatality.within().toMillis())));
            return true;
        }
        long end = System.nanoTime() + fatality.within().toNanos();
        while (!dying.says(CrashPoint.REACHED, UNTIL_MORE)) {
            if (System.nanoTime() > end || !dying.process().isAlive()) {
                return false;
            }
            // Somebody may have taken the only crisis before its ladder came to the point.
            loading = loading.thenRunAsync(() -> newWork(dying), LOADS);
        }
        return true;
    }

    /** It was killed. */
    void died(Fatality fatality, boolean there) {
        loading.join();
        deaths.merge(fatality.fault() + " " + fatality.name(), 1, Integer::sum);
        if (!there) {
            missed.merge(fatality.fault() + " " + fatality.name(), 1, Integer::sum);
        }
    }

    private void load(Life living, boolean cleaning) {
        living.order("work");
        if (cleaning) {
            living.order("clean");
        }
        newWork(living);
        living.order("climb");
    }

    private void newWork(Life living) {
        living.order("brief wire-1,wire-blind-1 2");
        load++;
        for (int i = 0; i < SIGNALS_AT_ONCE && living.process().isAlive(); i++) {
            unanswered.add("load-%d-signal-%d".formatted(load, i));
            send(living);
            rest(BETWEEN_SIGNALS);
        }
    }

    /** Sends the oldest signal that was not answered yet, as a sender does that repeats. */
    private void send(Life living) {
        String event = unanswered.peek();
        if (event != null && living.signal(event, signal(event))) {
            unanswered.remove();
        }
    }

    /** The first one of a load is grave and becomes a crisis of its own. */
    static Map<String, Object> signal(String event) {
        boolean grave = event.endsWith("-0");
        return Map.of(
                "title",
                "投诉激增 " + event,
                "account",
                "newsroom",
                "topic",
                event,
                "facts",
                grave
                        ? Map.of("hotSearch", "true")
                        : Map.of(
                                "mentionsRatio", "1",
                                "hotSearch", "false",
                                "negativeShare", "1",
                                "carrier", "singleUsers",
                                "platforms", "1",
                                "harm", "taste",
                                "accountState", "normal",
                                "legal", "none",
                                "cluster", "victim",
                                "repeated", "false"));
    }

    /** A last life in which everything comes to rest; whoever calls ends it in order and asks for the breaches then. */
    void settle(Life last) {
        last.order("work");
        while (!unanswered.isEmpty()) {
            send(last);
        }
        int still = 0;
        long end = System.nanoTime() + UNTIL_SETTLED.toNanos();
        while (still < 3 && System.nanoTime() < end) {
            rest(Duration.ofMillis(700));
            last.order("settled?");
            still = "0".equals(last.awaited("settled")) ? still + 1 : 0;
        }
        world.rests();
    }

    private static void rest(Duration time) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
    }
}
