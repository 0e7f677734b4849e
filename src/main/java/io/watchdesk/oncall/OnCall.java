package io.watchdesk.oncall;

import java.time.Instant;
import java.util.List;

/** Who answers. Each tier has a rota; its id is the group's id, for example {@code oncall-tier-1}. */
public interface OnCall {

    /**
     * Who is on call on this rota at this instant, overrides, absences and swaps applied, in the order to be paged; empty
     * when there is a gap or no such rota.
     */
    List<Duty> at(String rota, Instant instant);

    /**
     * All duties that overlap a period, cut at its ends, earliest first; a duty ends with its shift, also when the same
     * person has the next one.
     *
     * @throws io.watchdesk.platform.Refused when there is no such rota
     */
    List<Duty> between(String rota, Instant from, Instant to);

    /**
     * One person's duty.
     *
     * @param until when it ends as planned now
     */
    record Duty(String rota, String person, Instant from, Instant until) {}
}
