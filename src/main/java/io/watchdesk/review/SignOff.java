package io.watchdesk.review;

import java.time.Instant;
import java.util.Map;

/**
 * What one person decided at one stage.
 *
 * @param reasonCode null with an approval
 * @param reason empty with an approval
 * @param answers by id of the checklist item
 * @param hash the content hash the person saw
 */
public record SignOff(
        String roundId,
        String stage,
        String person,
        Verdict verdict,
        ReasonCode reasonCode,
        String reason,
        String comment,
        Map<String, ChecklistItem.Answer> answers,
        String hash,
        Instant signedAt) {}
