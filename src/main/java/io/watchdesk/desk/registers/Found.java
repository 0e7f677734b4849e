package io.watchdesk.desk.registers;

import java.util.List;

/**
 * A page of entries.
 *
 * @param total how many there are on all pages
 */
public record Found(List<Entry> entries, int total) {}
