package io.watchdesk.desk.figures;

/**
 * One figure of both periods, as files and mails tell it.
 *
 * @param section {@code content}, {@code account}, {@code group}, {@code crisis}, {@code level}, {@code deadline} or
 *     {@code drill}
 * @param item the account, group, milestone, level, deadline or drill; empty for all together
 * @param figure what is counted, lower-camel text
 * @param unit {@code number}, {@code seconds} or {@code percent}
 * @param now a whole or a broken number, or null where there is none
 * @param before the same in the period beside it
 */
public record FigureLine(String section, String item, String figure, String unit, Number now, Number before) {}
