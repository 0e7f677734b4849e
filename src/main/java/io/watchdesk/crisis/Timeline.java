package io.watchdesk.crisis;

import java.time.Instant;
import java.util.List;

/** Everything that happened in a crisis, in order; the record of the retrospective. Entries are never changed. */
public interface Timeline {

    /**
     * Adds an entry by the current person (or the system) at the current time. What a person does counts as activity and
     * pushes the question "still on it?" back.
     *
     * @param kind what kind of thing, as {@code <capability>.<stateInPastTense>}, for example {@code crisis.acknowledged}
     * @param text a sentence, at most 4,000 characters
     */
    void record(String crisisId, String kind, String text);

    /** All entries, oldest first. */
    List<Entry> of(String crisisId);

    /** When a person last did something, or when it was opened. */
    Instant lastActivity(String crisisId);

    /**
     * @param by a person's id or {@code system}
     */
    record Entry(long number, Instant at, String kind, String by, String text) {}
}
