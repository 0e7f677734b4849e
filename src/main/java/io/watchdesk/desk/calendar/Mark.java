package io.watchdesk.desk.calendar;

import io.watchdesk.platform.Said;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Something in the calendar.
 *
 * @param id of a publication or hold; else unique within its kind
 * @param start as clocks of the account show it
 * @param end null for a moment or a whole day
 * @param account the name of the account, or of the country for a holiday; may be null
 * @param zone the zone of the clocks, or null for whole days
 * @param pieceId which piece it is about, or null
 * @param title what people wrote, or null; the reason of a hold, which a crisis composes
 * @param state the state of a publication, the group of a deadline, the scope of a hold, the kind of a holiday, how many days
 *     after the post an evaluation is
 * @param link where a post can be read, or null
 * @param movable whether a publisher can move it
 */
public record Mark(
        Kind kind,
        String id,
        LocalDateTime start,
        LocalDateTime end,
        String account,
        String zone,
        String pieceId,
        @Said(orTyped = true) String title,
        String state,
        String link,
        boolean movable)
        implements Said.Sometimes {

    static Mark day(Kind kind, LocalDate day, String account, String pieceId, String title, String state) {
        return new Mark(
                kind, day + "/" + pieceId, day.atStartOfDay(), null, account, null, pieceId, title, state, null, false);
    }

    /** Titles of pieces and files are people's own, whatever they look like. */
    @Override
    public boolean composed() {
        return kind == Kind.HOLD;
    }

    /** What kind of thing it is. */
    public enum Kind {
        PUBLICATION,
        /** A review whose sign-off is wanted. */
        DEADLINE,
        /** The last day of a right to use a file. */
        LICENCE,
        HOLIDAY,
        /** A day on which the effect of a post is to be looked at. */
        EVALUATION,
        HOLD
    }
}
