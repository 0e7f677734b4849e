package io.watchdesk.desk.figures;

import java.util.Arrays;
import java.util.List;

/**
 * How long something took, over several cases; never a mean alone, which one long night bends.
 *
 * @param count how many cases
 * @param median seconds, or null where there is no case
 * @param p90 seconds within which nine of ten cases were done, or null where there is no case
 */
public record Spread(long count, Double median, Double p90) {

    /** No case at all. */
    public static final Spread NONE = new Spread(0, null, null);

    private static final double HALF = 0.5;
    private static final double MOST = 0.9;

    /** Of these seconds, in any order; interpolated between neighbours as SQL's {@code percentile_cont} does. */
    static Spread of(List<Double> seconds) {
        if (seconds.isEmpty()) {
            return NONE;
        }
        return of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same; the array is not kept, but sorted. */
    static Spread of(double[] seconds) {
        if (seconds.length == 0) {
            return NONE;
        }
        Arrays.sort(seconds);
        return new Spread(seconds.length, at(seconds, HALF), at(seconds, MOST));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
