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

    /** A few seconds on an idle machine; a point that is never reached costs this. */
    private static final Duration SOON = Duration.ofSeconds(300);

    /** The how-manieth round is one of mails and moments of chance. */
    private static final int MAIL_EVERY = 5;

    private static Fatality at(String fault, String point) {
        return new Fatality(fault, point, 1, SOON);
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

    /** Dies while history is cleaned up. */
    boolean cleaning() {
        return fault.equals("F12");
    }

    /** The first start, killed while it makes its tables. */
    static Fatality firstStart() {
        return new Fatality("F13", null, 1, SOON);
    }

    /** At a moment of chance while history is cleaned up. */
    static Fatality whileCleaning() {
        return new Fatality("F12", null, 1, Duration.ofSeconds(1));
    }

    /** At a moment of chance under everything at once. */
    static Fatality underLoad() {
        return new Fatality("F14", null, 1, Duration.ofSeconds(4));
    }

    /** In the middle of everything its memory is used up. */
    static Fatality withoutMemory() {
        return new Fatality("F70", null, 1, SOON);
    }

    boolean usesUpMemory() {
        return fault.equals("F70");
    }

    /**
     * Rounds in which each of so many worlds dies: at points, each as often as the others; every fifth round in the DATA of a
     * mail, while history is cleaned up and under load, because whoever dies in the DATA takes the others along at once.
     *
     * @param worlds how many die in a round
     */
    static List<List<Fatality>> rounds(int rounds, int worlds, Random chance) {
        List<Fatality> points =
                new ArrayList<>(named().stream().filter(way -> !way.inData()).toList());
        Collections.shuffle(points, chance);
        Fatality inData = named().stream().filter(Fatality::inData).findFirst().orElseThrow();
        List<List<Fatality>> all = new ArrayList<>();
        int next = 0;
        for (int round = 0; round < rounds; round++) {
            List<Fatality> ways = new ArrayList<>();
            for (int world = 0; world < worlds; world++) {
                if (round % MAIL_EVERY < MAIL_EVERY - 1) {
                    ways.add(points.get(next++ % points.size()));
                } else if (world == round / MAIL_EVERY % worlds) {
                    ways.add(inData);
                } else {
                    ways.add(world % 3 == 0 ? whileCleaning() : underLoad());
                }
            }
            all.add(ways);
        }
        return all;
    }

    String name() {
        return point == null
                ? switch (fault) {
                    case "F12" -> "while history is cleaned up";
                    case "F13" -> "during the first start";
                    case "F70" -> "without memory";
                    default -> "under mixed load";
                }
                : point;
    }
}
