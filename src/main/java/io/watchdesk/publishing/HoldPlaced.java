package io.watchdesk.publishing;

import java.util.List;

/**
 * A hold was placed. Published as a Spring event inside the placing transaction.
 *
 * @param publications ids of the waiting publications it covers
 */
public record HoldPlaced(Hold hold, List<String> publications) {}
