package io.watchdesk.oncall;

import java.time.Instant;
import java.util.List;

/**
 * A change of hands while something was open.
 *
 * @param id for example {@code HO-1001}; the business key of its process
 * @param incoming who comes
 * @param outgoing who goes; empty when nobody was on call before
 * @param matters what was open at the change
 * @param takeOverBy until when the incoming person should have taken over
 * @param note what those who go leave behind, or null
 * @param takenBy who took over, or null
 */
public record Handover(
        String id,
        String rota,
        String incoming,
        List<String> outgoing,
        List<OpenMatters.Matter> matters,
        Instant changedAt,
        Instant takeOverBy,
        String note,
        String notedBy,
        String takenBy,
        Instant takenAt) {}
