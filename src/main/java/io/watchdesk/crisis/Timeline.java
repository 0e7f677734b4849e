package io.watchdesk.crisis;

import io.watchdesk.platform.Said;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
    record Entry(
            long number,
            Instant at,
            String kind,
            String by,
            @Said String text) implements Said.Sometimes {

        /** What people write down in their own words. */
        private static final Set<String> TYPED = Set.of("crisis.noted", "crisis.functionReported");

        @Override
        public boolean composed() {
            return !TYPED.contains(kind);
        }
    }
}
