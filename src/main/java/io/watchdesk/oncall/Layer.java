package io.watchdesk.oncall;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One rotation of a rota. People take turns in their order; a turn begins at each hand-over and ends at the next one, or
 * earlier when a shift has a length. Times are meant on the clock of the rota's zone, so that nights on which the clocks
 * change are an hour shorter or longer and no hand-over ever doubles or is missed.
 *
 * @param people ids, in the order of their turns
 * @param perShift how many are on call together, 1 or more
 * @param recurrence when hands change, an RFC 5545 rule without end such as {@code FREQ=WEEKLY;BYDAY=MO}
 * @param handOver the local time of the first hand-over, and of all others unless the rule says hours
 * @param start the local date of the first hand-over; before it nobody is on call by this layer
 * @param length how long a shift lasts on the local clock, or null when it lasts until the next hand-over
 */
public record Layer(
        List<String> people, int perShift, String recurrence, LocalTime handOver, LocalDate start, Duration length) {

    public Layer {
        people = people == null ? List.of() : List.copyOf(people);
    }
}
