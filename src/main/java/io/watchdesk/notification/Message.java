package io.watchdesk.notification;

import java.time.Instant;

/**
 * What people are told: one record for each kind, one mail template for each record. A null task id means that there is no
 * task to open.
 */
public sealed interface Message {

    /** The piece it is about, for example {@code C-1001}. */
    String pieceId();

    /** The piece's title. */
    String title();

    /** A new task waits for your group or for you. */
    record TaskWaiting(String pieceId, String title, String taskId, String taskName, Instant due) implements Message {}

    /** A task still waits; half of its time or more is over. */
    record TaskReminder(String pieceId, String title, String taskId, String taskName, Instant due) implements Message {}

    /** A task is overdue; managers are told. */
    record TaskEscalated(String pieceId, String title, String taskId, String taskName, Instant due)
            implements Message {}

    /** A review ended. {@code verdict} is in plain words. */
    record ReviewDecided(String pieceId, String title, String verdict, String reason, String decidedBy)
            implements Message {}

    /** The planned time came without approval: the slot is free again, the piece is kept. */
    record SlotFreed(String pieceId, String title, String account, Instant slot) implements Message {}

    /** A post is out. */
    record Published(String pieceId, String title, String account, String link) implements Message {}

    /** A publication needs a person; {@code problem} is a sentence. */
    record PublicationStuck(String pieceId, String title, String account, String taskId, String problem)
            implements Message {}

    /** A published post was taken down or corrected; {@code what} is a sentence. */
    record PublicationChanged(String pieceId, String title, String account, String what) implements Message {}
}
