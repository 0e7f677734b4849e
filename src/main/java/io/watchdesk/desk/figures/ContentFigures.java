package io.watchdesk.desk.figures;

import java.util.List;

/**
 * How the content line did in a period. Posts that speak for a crisis are left out: they have deadlines of their own.
 *
 * @param opened pieces that were begun
 * @param corrected corrections that went out
 * @param takenDown posts that were taken down
 * @param reviews from the opening of a review to its verdict
 * @param reworked reviews that asked for changes, of those that ended
 * @param all posts of all accounts together
 * @param accounts by the account's id, only those with a post
 * @param groups by the reviewing group, only those with a decision
 */
public record ContentFigures(
        long opened,
        long corrected,
        long takenDown,
        Spread reviews,
        Share reworked,
        Posts all,
        List<Posts> accounts,
        List<Decisions> groups) {

    /**
     * Posts that went out.
     *
     * @param account its id; null for all
     * @param published how long it took from the first brief until the post was out; its count is the number of posts
     * @param late posts that went out later than their slot and the tolerance of the settings
     * @param reworked posts whose text was sent back by a review at least once
     */
    public record Posts(String account, Spread published, Share late, Share reworked) {}

    /**
     * What a group decided.
     *
     * @param decided how long it took from when it was the group's turn; its count is the number of decisions
     * @param late decisions after their due time
     * @param changes decisions that asked for changes
     * @param rejected decisions against the text
     */
    public record Decisions(String group, Spread decided, Share late, Share changes, Share rejected) {}
}
