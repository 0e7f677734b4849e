package io.watchdesk.statement;

/**
 * A way to answer (SCCT, Coombs 2007).
 *
 * @param strategy its name in the table {@code statement-strategy}
 * @param advice what it means, as a sentence
 */
public record Strategy(String strategy, String advice) {}
