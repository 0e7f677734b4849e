package io.watchdesk.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One application that lives again and again on the same data: each life works, takes signals, publishes and pages until it
 * is killed, and the next one goes on with what is left. At the end everything settles and the invariants are proven.
 */
final class KillChain {

    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(4);
    private static final Duration BETWEEN_SIGNALS = Duration.ofMillis(80);
    private static final int SIGNALS_A_LIFE = 6;

    private final World world;
    private final Random chance;
    private final Queue<String> unanswered = new ArrayDeque<>();
    private final Map<String, Integer> deaths = new TreeMap<>();
    private final Map<String, Integer> missed = new LinkedHashMap<>();
    private int life;

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

    /** Lives and dies like this, one after the other. */
    KillChain die(List<Fatality> fatalities) {
        fatalities.forEach(this::die);
        return this;
    }

    private void die(Fatality fatality) {
        boolean there;
        if (fatality.duringStart()) {
            Life dying = world.life();
            double moment = chance.nextDouble();
            long end = System.nanoTime() + UNTIL_SETTLED.toNanos();
            while (world.furnishing() < moment && System.nanoTime() < end) {
                rest(Duration.ofMillis(3));
            }
            dying.kill();
            there = world.furnishing() >= moment;
        } else if (fatality.inData()) {
            try (MailRelay relay = new MailRelay(world.mail().getSmtp().getPort())) {
                Life dying = world.life("--spring.mail.port=" + relay.port()).ready();
                relay.onData(() -> dying.process().destroyForcibly());
                there = liveAndDie(dying, fatality);
            }
        } else {
            there = liveAndDie(world.life().ready(), fatality);
        }
        deaths.merge(fatality.fault() + " " + fatality.name(), 1, Integer::sum);
        if (!there) {
            missed.merge(fatality.fault() + " " + fatality.name(), 1, Integer::sum);
        }
    }

    private boolean liveAndDie(Life dying, Fatality fatality) {
        if (fatality.point() != null && !fatality.inData()) {
            dying.order("die %s %d".formatted(fatality.point(), fatality.time()));
        }
        load(dying, "F12".equals(fatality.fault()));
        if (fatality.point() == null) {
            rest(Duration.ofMillis(chance.nextLong(fatality.within().toMillis())));
            dying.kill();
            return true;
        }
        return dying.diesWithin(fatality.within());
    }

    private void load(Life living, boolean cleaning) {
        living.order("work");
        living.order("brief wire-1,wire-blind-1 2");
        if (cleaning) {
            living.order("clean");
        }
        life++;
        for (int i = 0; i < SIGNALS_A_LIFE && living.process().isAlive(); i++) {
            unanswered.add("life-%d-signal-%d".formatted(life, i));
            send(living);
            rest(BETWEEN_SIGNALS);
        }
        living.order("climb");
    }

    /** Sends the oldest signal that was not answered yet, as a sender does that repeats. */
    private void send(Life living) {
        String event = unanswered.peek();
        if (event != null && living.signal(event, signal(event))) {
            unanswered.remove();
        }
    }

    /** The first one of a life is grave and becomes a crisis of its own. */
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

    /** A last life in which everything comes to rest, ended in order. */
    List<Breach> settle() {
        try (Life last = world.life().ready()) {
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
        return world.breaches();
    }

    private static void rest(Duration time) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
    }
}
