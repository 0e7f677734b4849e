package io.watchdesk.review;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A question a reviewer answers.
 *
 * @param checklist the checklist it belongs to, named by the stages of {@code review-stages}
 * @param id stable name under which the answer is kept
 * @param basis what demands it: {@code brand}, {@code law} or {@code platform}
 * @param need {@code required} or {@code recommended}
 * @param question the sentence the reviewer confirms
 */
public record ChecklistItem(String checklist, String id, String basis, String need, String question) {

    /** Whether no verdict is accepted without an answer. */
    @JsonIgnore
    public boolean required() {
        return !"recommended".equals(need);
    }

    /** What a reviewer can answer. */
    public enum Answer {
        YES,
        NO,
        NOT_APPLICABLE
    }
}
