package io.watchdesk.escalation;

import java.time.Instant;

/**
 * A link in a page.
 *
 * @param tier the tier for which the person was paged; 0 for the fallback person
 * @param usedAt null while it can be used
 */
record PageLink(
        String id,
        String crisisId,
        String person,
        int tier,
        Links.Purpose purpose,
        Instant createdAt,
        Instant expiresAt,
        Instant usedAt) {

    /** What is signed: changing any of it breaks the signature. */
    String content() {
        return String.join("\n", id, crisisId, person, purpose.name(), Long.toString(expiresAt.getEpochSecond()));
    }
}
