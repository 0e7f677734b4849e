package io.watchdesk.notification;

import io.watchdesk.platform.Said;
import java.time.Instant;
import java.util.List;

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

    /** A task waits for the group again, because its {@code holder} is gone or may not do it any more. */
    record TaskHandedBack(String pieceId, String title, String taskId, String taskName, String holder, Instant due)
            implements Message {}

    /** A review ended. {@code verdict} is in plain words. */
    record ReviewDecided(String pieceId, String title, String verdict, String reason, String decidedBy)
            implements Message {}

    /** The planned time came without approval: the slot is free again, the piece is kept. */
    record SlotFreed(String pieceId, String title, String account, Instant slot) implements Message {}

    /** A crisis was none, or a drill was called off: everybody who was called may stop. {@code what} is a sentence. */
    record CrisisStopped(String pieceId, String title, @Said String what) implements Message {}

    /** What became of a signal that this person reported, {@code pieceId} being the signal's. {@code what} is a sentence. */
    record ReportDecided(String pieceId, String title, @Said String what) implements Message {}

    /** An offer of a shift has ended, {@code pieceId} being the offer's. {@code what} is a sentence. */
    record SwapAnswered(String pieceId, String title, @Said String what) implements Message {}

    /** A post is out. */
    record Published(String pieceId, String title, String account, String link) implements Message {}

    /** A publication needs a person; {@code problem} is a sentence. */
    record PublicationStuck(
            String pieceId,
            String title,
            String account,
            String taskId,
            @Said String problem) implements Message {}

    /** A published post was taken down or corrected; {@code what} is a sentence. */
    record PublicationChanged(
            String pieceId,
            String title,
            String account,
            @Said String what) implements Message {}

    /**
     * Somebody on call is needed for a crisis, or for several at once.
     *
     * @param pieceId the crisis, for example {@code CR-5001}
     * @param mark stands first in the subject: {@code [RED]}, with the mark of drills before it in a drill
     * @param why why this person gets it and what to do, a sentence
     * @param facts what, where, since when and how long there is time; one line each
     * @param links first the one that takes it
     */
    record CrisisPaged(
            String pieceId,
            String title,
            String mark,
            @Said String why,
            @Said List<String> facts,
            List<Link> links) implements Message, Leading {}

    /** A crisis was opened, and scheduled posts of your accounts are held; {@code what} says which. */
    record PostsHeld(
            String pieceId,
            String title,
            String mark,
            @Said String what,
            @Said List<String> facts) implements Message {}

    /** A grave crisis was opened: nobody posts or comments in the brand's name for now. */
    record DoNotPost(
            String pieceId, String title, String mark, @Said List<String> facts) implements Message {}

    /**
     * What happened in a crisis since the last mail about it.
     *
     * @param headline the newest of it in a few words
     * @param facts what happened, oldest first, one sentence each
     */
    record CrisisFollowUp(
            String pieceId,
            String title,
            String mark,
            @Said String headline,
            @Said List<String> facts,
            List<Link> links)
            implements Message, Leading {}

    /** Watchdesk found that it may leave a crisis without an answer; {@code title} says how much was found. */
    record SelfWatchAlarm(
            String pieceId, String title, @Said List<String> facts) implements Message {}

    /** What the self-watch had told is mended. */
    record SelfWatchMended(
            String pieceId, String title, @Said List<String> facts) implements Message {}

    /** The public reads this in a moment; the house reads it first. */
    record StatementComing(String pieceId, String title, String headline, List<String> paragraphs) implements Message {}

    /** Where a crisis stands, for everybody who works on it. */
    record InternalUpdate(String pieceId, String title, String by, List<String> paragraphs, Instant next)
            implements Message {}

    /** Brings its own links. */
    interface Leading {

        /** Where it leads, most important first; may be empty. */
        List<Link> links();
    }

    /** A drill is over; {@code figures} and {@code gaps} are one sentence each. */
    record DrillScored(
            String pieceId,
            String title,
            @Said List<String> figures,
            @Said List<String> gaps) implements Message {}

    /** A crisis still holds posts; {@code facts} say since when and how many, one sentence each. */
    record HoldStands(String pieceId, String title, @Said List<String> facts) implements Message {}

    /** The end of the audit log, noted outside of the database; {@code title} is the head, {@code facts} what the check found. */
    record AuditHead(String pieceId, String title, @Said List<String> facts) implements Message {}

    /** How the lines did in a period; {@code title} says which days, {@code facts} are one sentence each. */
    record FiguresReport(String pieceId, String title, @Said List<String> facts, List<Link> links)
            implements Message, Leading {}
}
