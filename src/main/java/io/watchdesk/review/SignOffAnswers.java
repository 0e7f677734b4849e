package io.watchdesk.review;

import java.util.Map;

/**
 * What a completed review form says, still unchecked.
 *
 * @param assignee who claimed the task, or null
 * @param owner who delegated the task, or null
 * @param verdict lower-camel text of {@link Verdict}
 * @param reasonCode lower-camel text of {@link ReasonCode}, null or blank with an approval
 * @param answers lower-camel texts of {@link ChecklistItem.Answer} by item
 * @param hash the content hash that the form showed
 */
public record SignOffAnswers(
        String assignee,
        String owner,
        String verdict,
        String reasonCode,
        String reason,
        String comment,
        Map<String, String> answers,
        String hash) {}
