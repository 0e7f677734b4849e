package io.watchdesk.crisis;

/**
 * What is known about a signal or a crisis, the inputs of the decision table {@code crisis-severity}. Null is "unknown" and
 * counts as the next higher level, never as harmless. Sources: design of crisis line 4.1.
 *
 * @param mentionsRatio mentions an hour as a multiple of the usual number
 * @param hotSearch whether it is on a list of hot searches
 * @param negativeShare negative share of the mentions in percent, 0 to 100
 * @param platforms on how many platforms it is
 * @param repeated whether the same topic was a crisis in the last twelve months
 */
public record Facts(
        Double mentionsRatio,
        Boolean hotSearch,
        Integer negativeShare,
        Carrier carrier,
        Integer platforms,
        Harm harm,
        AccountState accountState,
        Legal legal,
        Cluster cluster,
        Boolean repeated) {

    /** Nothing is known. */
    public static final Facts UNKNOWN = new Facts(null, null, null, null, null, null, null, null, null, null);

    /**
     * These facts and what is known since: newer measurements replace older ones, of the rest the graver counts, and what
     * was known stays known.
     */
    public Facts newer(Facts since) {
        if (since == null) {
            return this;
        }
        return new Facts(
                since.mentionsRatio == null ? mentionsRatio : since.mentionsRatio,
                since.hotSearch == null ? hotSearch : since.hotSearch,
                since.negativeShare == null ? negativeShare : since.negativeShare,
                graver(carrier, since.carrier),
                graver(platforms, since.platforms),
                graver(harm, since.harm),
                graver(accountState, since.accountState),
                graver(legal, since.legal),
                graver(cluster, since.cluster),
                graver(repeated, since.repeated));
    }

    /** The same with another history. */
    public Facts withRepeated(Boolean wasBefore) {
        return new Facts(
                mentionsRatio,
                hotSearch,
                negativeShare,
                carrier,
                platforms,
                harm,
                accountState,
                legal,
                cluster,
                wasBefore);
    }

    private static <T extends Comparable<? super T>> T graver(T one, T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Who carries the matter. */
    public enum Carrier {
        SINGLE_USERS,
        SMALL_MEDIA,
        TRADE_MEDIA,
        NATIONAL_MEDIA
    }

    /** What harm is claimed. */
    public enum Harm {
        TASTE,
        SERVICE_FAULT,
        PRIVACY_OR_RIGHTS,
        SAFETY_OR_LAW
    }

    /** What the platform did to the account. */
    public enum AccountState {
        NORMAL,
        LIMITED,
        POST_REMOVED,
        BANNED_OR_HIJACKED
    }

    /** What authorities and courts do. */
    public enum Legal {
        NONE,
        POSSIBLE,
        LETTER_RECEIVED,
        INVESTIGATION
    }

    /** How much the organisation is held responsible (SCCT, Coombs 2007). */
    public enum Cluster {
        VICTIM,
        ACCIDENTAL,
        PREVENTABLE
    }
}
