package io.watchdesk.faults;

import java.util.List;
import java.util.Map;

/**
 * A part of a run that is done at once.
 *
 * @param count how often it did what it counts: kills, faults, publications, races
 * @param kinds what exactly, how often
 */
record Chunk(List<Breach> breaches, int count, Map<String, Integer> kinds) {}
