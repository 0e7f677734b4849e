package io.watchdesk.desk.oncall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Who answers, as the page On call shows it. People have the names to show beside their ids.
 *
 * @param rotas the worst covered first, or as the ladder climbs them
 * @param mine the coming shifts of who looks
 */
public record DutyBoard(List<RotaBoard> rotas, List<OwnShift> mine) {

    /** The same with the rotas as the ladder climbs them; those that it does not know come last. */
    public DutyBoard by(List<String> ladder) {
        return new DutyBoard(
                rotas.stream()
                        .sorted(Comparator.comparingInt(
                                rota -> ladder.contains(rota.id()) ? ladder.indexOf(rota.id()) : ladder.size()))
                        .toList(),
                mine);
    }

    /** @param offered whether it waits for a colleague to take it */
    public record OwnShift(Shift shift, boolean offered) {}

    /**
     * One rota.
     *
     * @param zone an id such as {@code Asia/Shanghai}
     * @param keeper whether who looks may put others in
     * @param member whether who looks can be put in
     * @param now who is on call now; empty in a gap
     * @param next the shifts that begin next
     * @param percent how much of the days ahead somebody is on call
     * @param wrong gaps and people who cannot be reached, as sentences
     * @param candidates who can be put in
     * @param offers shifts that wait for somebody to take them
     * @param standIns who stands in for whom in the days ahead
     */
    public record RotaBoard(
            String id,
            String name,
            String zone,
            boolean keeper,
            boolean member,
            List<OnDuty> now,
            List<Shift> next,
            int percent,
            List<Wrong> wrong,
            List<Person> candidates,
            List<Offer> offers,
            List<StandInLine> standIns) {}

    /** A person with the name to show. */
    public record Person(String id, String name) {}

    /**
     * Somebody who is on call now.
     *
     * @param ways by how many addresses pages reach this person; 0 is as good as nobody
     * @param reachedAt when a page reached this person last, or null where none ever did
     */
    public record OnDuty(Shift shift, int ways, Instant reachedAt) {}

    /** A stretch of time in which somebody is on call. */
    public record Shift(String rota, String rotaName, String zone, Person person, Instant from, Instant until) {}

    /** Something wrong in the days ahead; a gap where nobody is named. */
    public record Wrong(boolean gap, String sentence, Instant from, Instant until) {}

    /** @param own whether who looks offered it */
    public record Offer(
            String id, String rota, Person by, Instant from, Instant until, Instant expires, String note, boolean own) {

        /** Whether it offers this shift or a part of it. */
        boolean covers(Shift shift) {
            return rota.equals(shift.rota())
                    && from.isBefore(shift.until())
                    && shift.from().isBefore(until);
        }
    }

    /** @param mayEnd whether who looks may take it back */
    public record StandInLine(String id, Person person, Person replaces, Instant from, Instant until, boolean mayEnd) {}
}
