package io.watchdesk.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** One layer on the clock of a zone: which shift runs when. */
final class Rotation {

    private final Layer layer;
    private final ZoneId zone;

    Rotation(Layer layer, ZoneId zone) {
        this.layer = layer;
        this.zone = zone;
    }

    /** The shifts that overlap a period, in order; each ends where the next begins, or earlier when it has a length. */
    List<Shift> between(Instant from, Instant to) {
        List<Shift> found = new ArrayList<>();
        if (layer.people().isEmpty()) {
            return found;
        }
        Iterator<LocalDateTime> times = Recurrence.of(
                        layer.recurrence(), LocalDateTime.of(layer.start(), layer.handOver()))
                .times();
        LocalDateTime local = times.next();
        Instant begins = LocalTimes.instant(local, zone);
        for (int number = 0; begins.isBefore(to) && times.hasNext(); number++) {
            LocalDateTime nextLocal = times.next();
            Instant next = LocalTimes.instant(nextLocal, zone);
            Instant ends = ends(local, next);
            if (begins.isBefore(ends) && from.isBefore(ends)) {
                found.add(new Shift(number, begins, ends, onDuty(number), inReserve(number)));
            }
            local = nextLocal;
            begins = next;
        }
        return found;
    }

    private Instant ends(LocalDateTime local, Instant next) {
        if (layer.length() == null) {
            return next;
        }
        Instant byLength = LocalTimes.instant(local.plus(layer.length()), zone);
        return byLength.isBefore(next) ? byLength : next;
    }

    private List<String> onDuty(int number) {
        return turns(number, 0, layer.perShift());
    }

    private List<String> inReserve(int number) {
        return turns(number, layer.perShift(), layer.people().size());
    }

    private List<String> turns(int number, int from, int to) {
        List<String> turns = new ArrayList<>();
        for (int seat = from; seat < to; seat++) {
            long turn = (long) number * layer.perShift() + seat;
            turns.add(layer.people().get((int) (turn % layer.people().size())));
        }
        return turns;
    }

    /**
     * One turn.
     *
     * @param until when it ends; not part of it
     * @param people who is on call, best first
     * @param reserve who comes next when somebody is absent, in order
     */
    record Shift(int number, Instant from, Instant until, List<String> people, List<String> reserve) {

        boolean covers(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }
}
