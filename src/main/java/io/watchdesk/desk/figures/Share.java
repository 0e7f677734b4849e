package io.watchdesk.desk.figures;

/**
 * How many of how many.
 *
 * @param part at most {@code whole}
 */
public record Share(long part, long whole) {

    private static final double ALL = 100.0;

    /** In percent with one digit behind the point, or null where there is nothing to take a part of. */
    public Double percent() {
        return whole == 0 ? null : Math.round(ALL * 10 * part / whole) / 10.0;
    }
}
