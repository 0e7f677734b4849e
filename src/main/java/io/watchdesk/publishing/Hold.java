package io.watchdesk.publishing;

import io.watchdesk.platform.Said;
import java.time.Instant;

/**
 * An order that something must not go out. Several holds may cover one publication; it is free when all are released.
 *
 * @param id for example {@code H-3001}
 * @param value the account's id, the topic or the piece's id; null for {@link Scope#EVERYTHING}
 * @param owner who or what placed it: a person, or a crisis id
 * @param releasedAt null while it is open
 */
public record Hold(
        String id,
        Scope scope,
        String value,
        @Said(orTyped = true) String reason,
        String owner,
        String placedBy,
        Instant since,
        String releasedBy,
        Instant releasedAt) {

    /** What a hold covers. */
    public enum Scope {
        /** Every publication of this installation. */
        EVERYTHING,
        ACCOUNT,
        /** Pieces whose brief has exactly this topic, letter case and outer spaces aside. */
        TOPIC,
        PIECE
    }
}
