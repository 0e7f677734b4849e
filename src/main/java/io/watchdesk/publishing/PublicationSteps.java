package io.watchdesk.publishing;

import java.time.Instant;

/** What the process {@code content-publication} does by itself, in the words of the ledger. */
public interface PublicationSteps {

    /** Where the publication stands before its slot. */
    Standing standing(String publicationId);

    /** Asks whether it may go out now; see {@link Ledger#claim}. */
    Step<ClaimOutcome> claim(String publicationId);

    /** Sends it; see {@link PublishRun#publish}. Tells people when it is out. */
    Step<PublishRun.Outcome> publish(String publicationId);

    /** Looks what became of a call; see {@link PublishRun#lookUp}. Tells people when it is out. */
    Step<PublishRun.Outcome> lookUp(String publicationId);

    /** Tells the publishers that a task waits because a machine cannot go on. */
    void tellStuck(String publicationId, String taskId, String problem);

    /**
     * @param due when it is meant to go out
     * @param lane how urgent it is and who is asked about it
     */
    record Standing(String pieceId, String accountName, Instant due, SlotStatus status, String sentence, Lane lane) {}

    /** Everyday content, or the word of a crisis before all of it. */
    enum Lane {
        EVERYDAY(50, "publishers"),
        CRISIS(100, "publishers,cc-pr");

        private final int jobPriority;
        private final String groups;

        Lane(int jobPriority, String groups) {
            this.jobPriority = jobPriority;
            this.groups = groups;
        }

        /** The priority of its jobs; higher ones run first. */
        public int jobPriority() {
            return jobPriority;
        }

        /** The groups that are asked what a machine cannot decide, separated by commas. */
        public String groups() {
            return groups;
        }
    }

    /**
     * @param sentence for people
     * @param retryAt when to claim again, or null where the outcome needs no second claim
     */
    record Step<T extends Enum<T>>(T outcome, String sentence, Instant retryAt) {}

    /** Whether there is something to wait for. */
    enum SlotStatus {
        AHEAD,
        DUE,
        /** A hold is open: it waits for a person, whatever the slot. */
        HELD
    }

    /** The ledger's claim in the words of the model. */
    enum ClaimOutcome {
        /** The run may go on; when a call was made before, it answers how that ended and makes no other. */
        CLEAR,
        HELD,
        LATE,
        /** Approval, rights or words stand against this text. */
        NEEDS_REVISION,
        /** The channel or the settings refuse it; a person decides. */
        REFUSED,
        /** It was dropped. */
        GONE
    }
}
