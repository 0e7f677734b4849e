package io.watchdesk.crisis;

import io.watchdesk.platform.Said;
import java.time.Instant;
import java.util.List;

/**
 * A crisis or a drill of one. At most one open crisis exists for an account and a topic; the database keeps that.
 *
 * @param id for example {@code CR-5001}; the business key of every process of the crisis
 * @param title one line, at most 120 characters; starts with {@link #DRILL_MARK} in a drill
 * @param accounts ids of the affected accounts; empty when it concerns the whole house
 * @param topic what it is about, or null
 * @param reasons why it has this level, sentences of the decision table or of the person who rated it
 * @param scenario {@code accountBanned}, {@code serviceOutage}, {@code dataLeak}, {@code complaintSurge} or {@code other}
 * @param firstSighted T0, where every clock starts
 * @param holder who has taken it, or null while nobody has
 * @param acknowledgedAt when the holder took it, or null
 */
public record Crisis(
        String id,
        String title,
        List<String> accounts,
        String topic,
        String scenario,
        Level level,
        @Said(orTyped = true) List<String> reasons,
        State state,
        Mode mode,
        Instant firstSighted,
        Instant openedAt,
        String holder,
        Instant acknowledgedAt,
        Instant closedAt) {

    /** Stands before every title and subject of a drill. */
    public static final String DRILL_MARK = "[演练 DRILL] ";

    /** Whether it still goes on. */
    public enum State {
        OPEN,
        /** Declared over; the resolution message, the review of held posts and the outcome are being recorded. */
        CLOSING,
        CLOSED,
        FALSE_ALARM,
        /** A drill that a real crisis ended. */
        CANCELLED
    }

    /** In models as lower-camel text in the variable {@code crisisMode}. */
    public enum Mode {
        REAL,
        DRILL
    }

    /** Whether it still goes on. */
    public boolean open() {
        return state == State.OPEN || state == State.CLOSING;
    }

    /** Whether nothing of it may leave the house. */
    public boolean drill() {
        return mode == Mode.DRILL;
    }

    /** What stands first in the subject of every message about it: the mark of drills, then the level in brackets. */
    public String mark() {
        return (drill() ? DRILL_MARK : "") + "[" + level + "]";
    }

    /** The title without the mark of drills, for where {@link #mark} stands before it. */
    public String bareTitle() {
        return title.startsWith(DRILL_MARK) ? title.substring(DRILL_MARK.length()) : title;
    }
}
