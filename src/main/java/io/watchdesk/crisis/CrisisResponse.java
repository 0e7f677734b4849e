package io.watchdesk.crisis;

import java.time.Instant;
import java.util.List;

/**
 * What can be done to a crisis, in the caller's transaction; each verb writes the time line and the audit log, and refuses
 * with a sentence what the rules forbid. The process {@code crisis-response} follows.
 */
public interface CrisisResponse {

    /**
     * Opens a crisis, holds what is scheduled in its scope when the level is grave, and starts its response. Joins instead
     * when a crisis of one of the accounts and the topic is open.
     */
    Crisis declare(Declaration declaration);

    /** Adds a signal to an open crisis and rates the crisis again; the level only goes up by itself. */
    Crisis join(String crisisId, String signalId, Facts facts);

    /** Rates anew by hand: up takes effect at once, down needs the commander and a reason. */
    Crisis rate(String crisisId, Level level, String reason);

    /** Somebody takes it. The first wins; the second is told who and when. */
    Acknowledgement acknowledge(String crisisId, String person, String via);

    /** Another person has it from now on, who agreed to take it over from the holder. */
    void handOver(String crisisId, String person);

    /** Nobody has it any more: the holder stayed silent, or gave it back. */
    void release(String crisisId, String reason);

    /** It was no crisis: holds are lifted and everybody is told. */
    void falseAlarm(String crisisId, String reason);

    /**
     * Ends a drill before its end, because its time is over, its leader stopped it, or a real crisis needs the people: its
     * response ends with state {@code CANCELLED} and everybody in it is told. Does nothing when it has ended.
     *
     * @throws io.watchdesk.platform.Refused when the crisis is real
     */
    void cancelDrill(String crisisId, String reason);

    /** Notes a milestone once; later calls change nothing. */
    void reached(String crisisId, Milestone milestone);

    /** When a milestone was reached, or null. */
    Instant at(String crisisId, Milestone milestone);

    /**
     * @param title one line; cut to 120 characters
     * @param signalId the signal it comes from, or null
     * @param firstSighted T0
     */
    record Declaration(
            String title,
            List<String> accounts,
            String topic,
            String scenario,
            Level level,
            List<String> reasons,
            Facts facts,
            String signalId,
            Crisis.Mode mode,
            Instant firstSighted) {}

    /**
     * @param taken whether this person has it now by this call
     * @param holder who has it
     */
    record Acknowledgement(boolean taken, String holder, Instant since) {}
}
