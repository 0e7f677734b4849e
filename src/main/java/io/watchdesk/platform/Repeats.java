package io.watchdesk.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Of what may come in floods the first is told at once; more of the same kind within a minute are counted and told together.
 *
 * @param <K> what makes two the same, a record
 */
public final class Repeats<K> {

    /** How long the same is only counted. */
    public static final Duration TOGETHER = Duration.ofMinutes(1);

    private static final int MOST_KINDS = 1000;

    private final Clock clock;
    private final Teller<K> teller;
    private final Map<K, Since> kinds = new LinkedHashMap<>();

    /** @param teller told how many more there were of a kind, one or more */
    public Repeats(Clock clock, Teller<K> teller) {
        this.clock = clock;
        this.teller = teller;
    }

    /** @param first tells of this one; run when there was none of its kind within the last minute */
    public synchronized void note(K kind, Runnable first) {
        Instant now = clock.instant();
        Since since = kinds.get(kind);
        if (since != null && Duration.between(since.start, now).abs().compareTo(TOGETHER) < 0) {
            since.more++;
            return;
        }
        if (since == null && kinds.size() >= MOST_KINDS) {
            tellAll();
        }
        tell(kind, kinds.remove(kind));
        kinds.put(kind, new Since(now));
        first.run();
    }

    /** Tells what was only counted so far. */
    public synchronized void tellAll() {
        kinds.forEach(this::tell);
        kinds.clear();
    }

    private void tell(K kind, Since since) {
        if (since != null && since.more > 0) {
            teller.tell(kind, since.more, since.start);
        }
    }

    /** Tells how many more there were. */
    public interface Teller<K> {

        /** @param since when the first of them was told */
        void tell(K kind, int more, Instant since);
    }

    private static final class Since {

        private final Instant start;
        private int more;

        Since(Instant start) {
            this.start = start;
        }
    }
}
