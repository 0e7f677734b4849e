package io.watchdesk.drill;

import java.time.LocalDate;

/**
 * What shall be done about a gap.
 *
 * @param gap the gap's key, or null for an action of its own
 * @param title what is to be done
 * @param dismissed why the gap needs no action; then title, owner and date are empty
 */
public record GapAction(String gap, String title, String owner, LocalDate dueOn, String dismissed) {}
