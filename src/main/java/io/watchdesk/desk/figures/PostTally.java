package io.watchdesk.desk.figures;

import io.watchdesk.desk.figures.ContentFigures.Posts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Counts posts one by one as they are read, so that the database passes each of them once: by account, all together, and how
 * many went out in which quarter of an hour. Keeps eight bytes of each.
 */
final class PostTally {

    private static final int FIRST_ROOM = 256;

    private final Map<String, Tally> accounts = new TreeMap<>();
    private final Map<Long, Long> quarters = new TreeMap<>();

    /** @param took seconds from the brief until it was out */
    void add(String account, long quarter, double took, boolean late, boolean reworked) {
        accounts.computeIfAbsent(account, each -> new Tally()).add(took, late, reworked);
        quarters.merge(quarter, 1L, Long::sum);
    }

    /** How many posts went out, by the beginning of the quarter of an hour in seconds since 1970. */
    Map<Long, Long> quarters() {
        return quarters;
    }

    List<Posts> byAccount() {
        return accounts.entrySet().stream()
                .map(each -> posts(each.getKey(), List.of(each.getValue())))
                .toList();
    }

    Posts all() {
        return posts(null, List.copyOf(accounts.values()));
    }

    private static Posts posts(String account, List<Tally> parts) {
        double[] took = parts.stream().flatMapToDouble(Tally::took).toArray();
        return new Posts(
                account,
                Spread.of(took),
                new Share(parts.stream().mapToLong(part -> part.late).sum(), took.length),
                new Share(parts.stream().mapToLong(part -> part.reworked).sum(), took.length));
    }

    /** The posts of one account. */
    private static final class Tally {

        private double[] took = new double[FIRST_ROOM];
        private int count;
        private long late;
        private long reworked;

        private void add(double seconds, boolean isLate, boolean isReworked) {
            if (count == took.length) {
                took = Arrays.copyOf(took, 2 * count);
            }
            took[count++] = seconds;
            late += isLate ? 1 : 0;
            reworked += isReworked ? 1 : 0;
        }

        private DoubleStream took() {
            return Arrays.stream(took, 0, count);
        }
    }
}
