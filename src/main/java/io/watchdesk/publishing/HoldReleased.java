package io.watchdesk.publishing;

import java.util.List;

/**
 * A hold was released. Published as a Spring event inside the releasing transaction.
 *
 * @param publications ids of the waiting publications it covered and that no other hold covers now
 */
public record HoldReleased(Hold hold, List<String> publications) {}
