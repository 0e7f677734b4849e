package io.watchdesk.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rota amounts to: rotations, imported shifts, stand-ins and absences put together. Imported shifts stand before the
 * rotation; stand-ins change who was scheduled; whoever is absent is followed by the next in turn who is free.
 */
final class Roster {

    private final Rota rota;
    private final List<Rotation> rotations;
    private final List<PlannedShift> planned;
    private final List<StandIn> standIns;
    private final List<Absence> absences;

    /**
     * @param standIns in the order in which they were made
     * @param absences of anybody
     */
    Roster(Rota rota, List<PlannedShift> planned, List<StandIn> standIns, List<Absence> absences) {
        this.rota = rota;
        this.rotations = rota.layers().stream()
                .map(layer -> new Rotation(layer, rota.zone()))
                .toList();
        this.planned = planned;
        this.standIns = standIns;
        this.absences = absences;
    }

    /** The roster with one more stand-in. */
    Roster with(StandIn another) {
        List<StandIn> more = new ArrayList<>(standIns);
        more.add(another);
        return new Roster(rota, planned, more, absences);
    }

    /** Who is on call at an instant, with the bounds of each duty as planned now. */
    List<OnCall.Duty> at(Instant instant) {
        Instant from = instant;
        Instant to = instant.plusNanos(1000);
        for (Rotation rotation : rotations) {
            for (Rotation.Shift shift : rotation.between(instant, to)) {
                from = shift.from().isBefore(from) ? shift.from() : from;
                to = shift.until().isAfter(to) ? shift.until() : to;
            }
        }
        for (PlannedShift shift : planned) {
            if (shift.covers(instant)) {
                from = shift.from().isBefore(from) ? shift.from() : from;
                to = shift.until().isAfter(to) ? shift.until() : to;
            }
        }
        for (StandIn standIn : standIns) {
            if (standIn.covers(instant)) {
                from = standIn.from().isBefore(from) ? standIn.from() : from;
                to = standIn.until().isAfter(to) ? standIn.until() : to;
            }
        }
        List<List<Rotation.Shift>> shifts = shifts(instant, to);
        List<String> order = seats(shifts, instant).stream().map(Seat::person).toList();
        return between(from, to).stream()
                .filter(duty -> !instant.isBefore(duty.from()) && instant.isBefore(duty.until()))
                .sorted(Comparator.comparing(duty -> order.indexOf(duty.person())))
                .toList();
    }

    /**
     * All duties that overlap a period, cut at its ends. A duty ends where its shift ends, also when the same person has
     * the next one.
     */
    List<OnCall.Duty> between(Instant from, Instant to) {
        List<List<Rotation.Shift>> shifts = shifts(from, to);
        List<Instant> moments = moments(shifts, from, to);
        List<OnCall.Duty> duties = new ArrayList<>();
        Map<Seat, Instant> running = new LinkedHashMap<>();
        for (int index = 0; index < moments.size(); index++) {
            Instant moment = moments.get(index);
            List<Seat> seats = moment.isBefore(to) ? seats(shifts, moment) : List.of();
            List<Seat> over = running.keySet().stream()
                    .filter(seat -> !seats.contains(seat))
                    .toList();
            over.forEach(seat -> duties.add(new OnCall.Duty(rota.id(), seat.person(), running.remove(seat), moment)));
            seats.forEach(seat -> running.putIfAbsent(seat, moment));
        }
        duties.sort(Comparator.comparing(OnCall.Duty::from));
        return duties;
    }

    /** The periods in which nobody is on call, as far as they lie in this period. */
    List<Gap> gaps(Instant from, Instant to) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = from;
        for (OnCall.Duty duty : between(from, to)) {
            if (duty.from().isAfter(covered)) {
                gaps.add(new Gap(covered, duty.from()));
            }
            covered = duty.until().isAfter(covered) ? duty.until() : covered;
        }
        if (covered.isBefore(to)) {
            gaps.add(new Gap(covered, to));
        }
        return gaps;
    }

    private List<List<Rotation.Shift>> shifts(Instant from, Instant to) {
        return rotations.stream().map(rotation -> rotation.between(from, to)).toList();
    }

    private List<Instant> moments(List<List<Rotation.Shift>> shifts, Instant from, Instant to) {
        Set<Instant> moments = new TreeSet<>(List.of(from, to));
        shifts.forEach(layer -> layer.forEach(shift -> moments.addAll(List.of(shift.from(), shift.until()))));
        planned.forEach(shift -> moments.addAll(List.of(shift.from(), shift.until())));
        standIns.forEach(standIn -> moments.addAll(List.of(standIn.from(), standIn.until())));
        absences.forEach(absence -> moments.addAll(List.of(absence.from(), absence.until())));
        return moments.stream()
                .filter(moment -> !moment.isBefore(from) && !moment.isAfter(to))
                .toList();
    }

    private List<Seat> seats(List<List<Rotation.Shift>> shifts, Instant moment) {
        List<StandIn> now =
                standIns.stream().filter(standIn -> standIn.covers(moment)).toList();
        List<Seat> seats = scheduled(shifts, moment);
        Set<StandIn> applied = new HashSet<>();
        now.forEach(standIn -> replace(standIn, seats, applied));
        Set<String> away = new HashSet<>();
        absences.stream()
                .filter(absence -> absence.covers(moment))
                .map(Absence::person)
                .forEach(away::add);
        // Whoever asked to be replaced is not called back because the other one is absent now.
        now.stream()
                .filter(standIn -> standIn.replaces() != null && absent(standIn.person(), moment))
                .map(StandIn::replaces)
                .forEach(away::add);
        fillFromReserve(seats, away, moment, reserve(shifts, moment));
        for (StandIn standIn : now) {
            if (!absent(standIn.person(), moment)) {
                replace(standIn, seats, applied);
                if (standIn.replaces() == null) {
                    seats.add(new Seat(standIn.person(), standIn.id()));
                }
            }
        }
        Set<String> once = new HashSet<>();
        return seats.stream().filter(seat -> once.add(seat.person())).toList();
    }

    private static void replace(StandIn standIn, List<Seat> seats, Set<StandIn> applied) {
        for (int index = 0; standIn.replaces() != null && index < seats.size(); index++) {
            if (seats.get(index).person().equals(standIn.replaces()) && applied.add(standIn)) {
                seats.set(
                        index,
                        new Seat(
                                standIn.person(),
                                standIn.id() + " for " + seats.get(index).origin()));
            }
        }
    }

    private void fillFromReserve(List<Seat> seats, Set<String> away, Instant moment, List<String> reserve) {
        Set<String> taken = new HashSet<>(away);
        seats.stream().map(Seat::person).forEach(taken::add);
        for (int index = 0; index < seats.size(); index++) {
            Seat seat = seats.get(index);
            if (absent(seat.person(), moment)) {
                String next = reserve.stream()
                        .filter(person -> !taken.contains(person))
                        .findFirst()
                        .orElse(null);
                taken.add(next);
                seats.set(index, next == null ? null : new Seat(next, "reserve of " + seat.origin()));
            }
        }
        seats.removeIf(Objects::isNull);
    }

    private List<Seat> scheduled(List<List<Rotation.Shift>> shifts, Instant moment) {
        List<Seat> seats = new ArrayList<>();
        for (PlannedShift shift : planned) {
            if (shift.covers(moment)) {
                seats.add(new Seat(shift.person(), "planned " + shift.from()));
            }
        }
        for (int layer = 0;
                layer < shifts.size() && planned.stream().noneMatch(shift -> shift.covers(moment));
                layer++) {
            for (Rotation.Shift shift : shifts.get(layer)) {
                if (shift.covers(moment)) {
                    String origin = "layer %d shift %d".formatted(layer, shift.number());
                    shift.people().forEach(person -> seats.add(new Seat(person, origin)));
                }
            }
        }
        return seats;
    }

    private static List<String> reserve(List<List<Rotation.Shift>> shifts, Instant moment) {
        return shifts.stream()
                .flatMap(List::stream)
                .filter(shift -> shift.covers(moment))
                .flatMap(shift -> java.util.stream.Stream.concat(shift.reserve().stream(), shift.people().stream()))
                .distinct()
                .toList();
    }

    private boolean absent(String person, Instant moment) {
        return absences.stream().anyMatch(absence -> absence.person().equals(person) && absence.covers(moment));
    }

    /** A period without anybody; the end is not part of it. */
    record Gap(Instant from, Instant until) {}

    /** @param origin by what: the shift, the imported shift or the stand-in; changes where a duty ends */
    private record Seat(String person, String origin) {}
}
