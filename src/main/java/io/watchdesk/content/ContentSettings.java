package io.watchdesk.content;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * House limits for content ({@code watchdesk.content}); an account's own limits come on top.
 *
 * @param topicLimit longest topic and audience, in characters
 * @param notesLimit longest notes of a brief, in characters
 * @param titleLimit longest title, in characters
 * @param bodyLimit longest body, in characters
 * @param linkLimit longest address of a link, in characters
 * @param linkCount most links of a piece
 * @param assetCount most files of a piece
 * @param draftTime time for writing when no time was wished
 * @param reviewLead how long before the wished time the draft is due, so that review has its time
 */
@ConfigurationProperties("watchdesk.content")
record ContentSettings(
        @DefaultValue("200") int topicLimit,
        @DefaultValue("4000") int notesLimit,
        @DefaultValue("200") int titleLimit,
        @DefaultValue("50000") int bodyLimit,
        @DefaultValue("2000") int linkLimit,
        @DefaultValue("30") int linkCount,
        @DefaultValue("50") int assetCount,
        @DefaultValue("P2D") Duration draftTime,
        @DefaultValue("P1D") Duration reviewLead) {}
