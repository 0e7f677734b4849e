package io.watchdesk.demo.process;

import io.watchdesk.content.AiDeclaration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One piece of the demo as {@code demo/work.yaml} tells it.
 *
 * @param wishedAt local time as {@code 2026-12-01T08:30}, or null for the next free slot
 * @param reason what a reviewer or publisher says where the story needs a reason
 * @param until where the story stops and leaves the work to whoever tries the demo
 */
record DemoPiece(
        String topic,
        String category,
        String format,
        String tier,
        String audience,
        String accounts,
        String wishedAt,
        @DefaultValue("") String notes,
        String title,
        String body,
        @DefaultValue List<String> links,
        @DefaultValue("NO") AiDeclaration ai,
        @DefaultValue("") String reason,
        Until until) {

    /** Where a demo story stops. */
    enum Until {
        BRIEFED,
        DRAFTED,
        BLOCKED,
        IN_REVIEW,
        CHANGES_REQUESTED,
        AT_LEGAL,
        REJECTED,
        SLOT_WANTED,
        SCHEDULED,
        HELD,
        BY_HAND,
        WITHDRAWN,
        PUBLISHED
    }
}
