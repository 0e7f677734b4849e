package io.watchdesk.publishing;

import io.watchdesk.platform.Said;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Gives the approved revision of a piece its time on every account of its brief. */
public interface Scheduling {

    /** The answer that asks for the next free slot of the policy instead of a time. */
    String NEXT_FREE = "next";

    /**
     * Plans every account of the brief that has no post of this piece yet. Accounts that a person dropped stay out; a slot
     * given to an earlier revision is kept while it is ahead. Repeating it changes nothing.
     *
     * @throws io.watchdesk.platform.Refused when no approval is in force
     */
    Plan plan(String pieceId);

    /**
     * The fast lane of a crisis: plans every account of the brief that has no post of this piece yet for this moment,
     * whatever the slot policy says. Repeating it changes nothing.
     *
     * @return ids in the order of the brief
     * @throws io.watchdesk.platform.Refused when no approval is in force
     */
    List<String> planNow(String pieceId);

    /** What a person is asked: one line an account that has no time yet, in the order of the brief. */
    List<OpenSlot> openSlots(String pieceId);

    /**
     * A person's answer.
     *
     * @param answers account id to a local time such as {@code 2026-12-01T08:30}, or {@link #NEXT_FREE}; every account
     *     without a time needs one
     * @throws io.watchdesk.platform.Refused with a sentence for each answer that is missing, unknown, unreadable or past
     */
    void choose(String pieceId, Map<String, String> answers);

    /**
     * @param publicationIds ids in the order of the brief, also when others still need a person
     */
    record Plan(Outcome outcome, List<String> publicationIds) {}

    /** In models as lower-camel text. */
    enum Outcome {
        /** Every account has its time, or needs none. */
        PLANNED,
        /** At least one account waits for a person. */
        NEEDS_PERSON
    }

    /**
     * @param why the sentence that says why a person is asked
     * @param suggestion the next free slot as local time, or null when no policy gives one
     */
    record OpenSlot(
            String accountId,
            String accountName,
            String zone,
            @Said String why,
            LocalDateTime suggestion) {}
}
