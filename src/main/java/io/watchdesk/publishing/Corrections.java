package io.watchdesk.publishing;

import java.util.List;

/** Giving a post that is out a better text under the same link. */
public interface Corrections {

    /**
     * Checks and writes down the wish to correct a piece; locks its publications until the transaction ends, so that two
     * wishes come one after the other.
     *
     * @throws io.watchdesk.platform.Refused when nothing of the piece is out, something is on its way, or no reason is given
     */
    Opened open(String pieceId, String reason);

    /**
     * Plans the approved correction for every account on which the piece is out, at once.
     *
     * @return the ids of the planned publications
     */
    List<String> plan(String pieceId);

    /** @param accountNames of the accounts on which it is out, with commas between them */
    record Opened(String title, String accountNames) {}
}
