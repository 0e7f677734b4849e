package io.watchdesk.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How one life ends.
 *
 * @param fault the number of the fault, for example {@code F7}
 * @param point the named point at which it dies, or null when it dies at a moment of chance
 * @param time the how-manieth passing of the point is fatal
 * @param within how long its load lasts at most; without a point the moment lies within it
 */
record Fatality(String fault, String point, int time, Duration within) {

    /** Two seconds on an idle machine; a point that is never reached costs this. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Fatality at(String fault, String point) {
        return new Fatality(fault, point, 1, SOON);
    }

    /** Dies while it starts: before its first word. */
    boolean duringStart() {
        return fault.equals("F13");
    }

    /** Dies while it hands over a mail: the mail server kills it. */
    boolean inData() {
        return fault.equals("F10");
    }

    /** Each named point once: the ways a life can end between two commits. */
    static List<Fatality> named() {
        return List.of(
                at("F1", "after:AuditLog:signal.received"),
                at("F2", "before:SignalAssessment:begin"),
                at("F3", "start:ServiceTask_RateSignal"),
                at("F4", "end:ServiceTask_RateSignal"),
                at("F5", "complete:UserTask_ReviewContent"),
                at("F6", "channel:before-call"),
                at("F7", "channel:after-accept"),
                at("F8", "after:AuditLog:publishing.published"),
                at("F8", "end:ServiceTask_PublishContent"),
                at("F9", "before:MailServer:send"),
                at("F10", "in SMTP DATA"),
                at("F9", "after:MailServer:send"),
                at("F11", "start:ServiceTask_PagePrManagers"),
                at("F11", "end:ServiceTask_PageCommand"));
    }

    /** Each kind of death once but F6, of which the ledger dies on its own; the first start begins each half. */
    static List<Fatality> onceEach() {
        List<Fatality> named = named();
        return List.of(
                firstStart(1).get(0),
                named.get(0),
                named.get(3),
                named.get(6),
                named.get(9),
                named.get(12),
                chance(0, 1).get(0),
                firstStart(1).get(0),
                named.get(1),
                named.get(2),
                named.get(4),
                named.get(7),
                named.get(10),
                chance(1, 0).get(0));
    }

    /** The first start, killed so often while it makes its tables. */
    static List<Fatality> firstStart(int times) {
        return Collections.nCopies(times, new Fatality("F13", null, 1, SOON));
    }

    /** Deaths at moments of chance while history is cleaned up, and under everything at once. */
    static List<Fatality> chance(int cleaning, int storm) {
        List<Fatality> all =
                new ArrayList<>(Collections.nCopies(cleaning, new Fatality("F12", null, 1, Duration.ofSeconds(1))));
        all.addAll(Collections.nCopies(storm, new Fatality("F14", null, 1, Duration.ofSeconds(4))));
        return all;
    }

    /** So many deaths in an order of chance: seven named ones, then a clean-up and two of the storm, and so on. */
    static List<Fatality> many(int count, Random chance) {
        List<Fatality> all = new ArrayList<>();
        List<Fatality> named = named();
        for (int i = 0; i < count; i++) {
            all.add(
                    i % 10 < 7
                            ? named.get((i / 10 * 7 + i % 10) % named.size())
                            : i % 10 == 7 ? chance(1, 0).get(0) : chance(0, 1).get(0));
        }
        Collections.shuffle(all, chance);
        return all;
    }

    String name() {
        return point == null
                ? switch (fault) {
                    case "F12" -> "while history is cleaned up";
                    case "F13" -> "during the first start";
                    default -> "under mixed load";
                }
                : point;
    }
}
