package io.watchdesk.publishing;

/** Taking a piece back before it is out. */
public interface Withdrawals {

    /**
     * Drops everything of the piece that has not gone out, under lock.
     *
     * @throws io.watchdesk.platform.Refused when any of it is out or on its way; the sentence says which
     */
    void withdraw(String pieceId, String reason);

    /**
     * Locks the piece's publications and makes sure that none is on its way.
     *
     * @throws io.watchdesk.platform.Refused with the account that is
     */
    void needsNothingUnderWay(String pieceId);
}
