package io.watchdesk.content;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What a planner asks for; topic, form, time and channel must be named (catalogue 40, 85).
 *
 * @param accounts ids of the target accounts, at least one
 * @param wishedAt the wished time as people of the account write it (no zone), or null for the next free slot
 * @param notes anything else the writer should know, may be empty
 */
public record Brief(
        String topic,
        Category category,
        String audience,
        PoolTier tier,
        Format format,
        List<String> accounts,
        LocalDateTime wishedAt,
        String notes) {}
