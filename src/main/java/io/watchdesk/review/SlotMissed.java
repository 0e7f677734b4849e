package io.watchdesk.review;

import java.time.Instant;

/**
 * The planned time of a piece came while its review was still open: whoever holds the slot gives it free, the piece is kept.
 * Published as a Spring application event inside the transaction of the timer.
 *
 * @param slot the time that was missed
 */
public record SlotMissed(String pieceId, int version, Instant slot) {}
