package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Departures from the plan: stand-ins on a rota and absences of people, in the caller's transaction. */
@Component
@Transactional
public class Changes {

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int REASON_LIMIT = 1000;

    private final RotaTable rotas;
    private final ChangeTable table;
    private final Rosters rosters;
    private final RotaRights rights;
    private final AuditLog audit;
    private final Clock clock;

    Changes(RotaTable rotas, ChangeTable table, Rosters rosters, RotaRights rights, AuditLog audit, Clock clock) {
        this.rotas = rotas;
        this.table = table;
        this.rosters = rosters;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a person in for a period. The owner and managers put anybody in, everybody else only themselves. Of two at the
     * same time that contradict each other the second is refused.
     *
     * @param replaces who stays away, or null to come in addition
     * @throws Refused when it contradicts another one or would change nothing
     */
    public StandIn standIn(String rota, String person, String replaces, Instant from, Instant until, String reason) {
        Rota locked = rotas.lock(rota);
        if (!rights.keeps(locked) && !rights.isSelf(person)) {
            throw new Refused(
                    "You may put only yourself in; the owner of %s and managers put others in. Or offer your shift."
                            .formatted(locked.name()));
        }
        return agreed(locked, person, replaces, from, until, reason);
    }

    /** Puts a person in whom both sides have agreed on, whoever the current person is. */
    StandIn agreed(Rota locked, String person, String replaces, Instant from, Instant until, String reason) {
        rights.requireMember(locked, person);
        checkPeriod(from, until);
        String other = blank(replaces) ? null : replaces.strip();
        StandIn standIn =
                new StandIn(table.nextId(), locked.id(), person, other, from, until, text(reason), rights.actor());
        refuseContradiction(standIn, locked.zone());
        refuseWithoutEffect(standIn, locked);
        table.insert(standIn, clock.instant());
        audit.record("oncall.standInMade", standIn.id(), null, standIn);
        return standIn;
    }

    /** Takes a stand-in back; whoever made it, whoever comes, the owner and managers may. */
    public void cancelStandIn(String id) {
        StandIn standIn = table.standIn(id)
                .orElseThrow(() -> new Refused("There is no stand-in \"%s\", or it was taken back.".formatted(id)));
        Rota locked = rotas.lock(standIn.rota());
        if (!rights.keeps(locked) && !rights.isSelf(standIn.madeBy()) && !rights.isSelf(standIn.person())) {
            rights.requireKeeper(locked);
        }
        table.cancelStandIn(id, rights.actor(), clock.instant());
        audit.record("oncall.standInCancelled", id, standIn, null);
    }

    /** Notes an absence from all rotas: one's own, or anybody's by managers and by owners of a rota. */
    public Absence absence(String person, Instant from, Instant until, String reason) {
        if (blank(person)) {
            throw new Refused("Say who is absent.");
        }
        if (!rights.isSelf(person) && rotas.all().stream().noneMatch(rights::keeps) && !rights.manages()) {
            throw new Refused("You may note only your own absence; managers and owners of a rota note others'.");
        }
        checkPeriod(from, until);
        // Two at once for the same person are harmless: absent twice is absent.
        Absence absence = new Absence(table.nextId(), person.strip(), from, until, text(reason), rights.actor());
        table.insert(absence, clock.instant());
        audit.record("oncall.absenceNoted", absence.id(), null, absence);
        return absence;
    }

    /** Takes an absence back. */
    public void cancelAbsence(String id) {
        Absence absence = table.absence(id)
                .orElseThrow(() -> new Refused("There is no absence \"%s\", or it was taken back.".formatted(id)));
        if (!rights.isSelf(absence.person()) && !rights.isSelf(absence.madeBy())) {
            rights.requireManager();
        }
        table.cancelAbsence(id, rights.actor(), clock.instant());
        audit.record("oncall.absenceCancelled", id, absence, null);
    }

    /** The stand-ins of a rota that are not over, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<StandIn> standIns(String rota) {
        rotas.require(rota);
        return table.standIns(rota, clock.instant());
    }

    /** The absences that are not over, earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> absences() {
        return table.absences(clock.instant());
    }

    private void refuseContradiction(StandIn wanted, ZoneId zone) {
        for (StandIn other : table.standIns(wanted.rota(), wanted.from())) {
            boolean samePerson = other.person().equals(wanted.person());
            boolean sameReplaced = other.replaces() != null && other.replaces().equals(wanted.replaces());
            if ((samePerson || sameReplaced) && other.overlaps(wanted.from(), wanted.until())) {
                throw new Refused("%s already %s from %s to %s (%s). Take that back first, or choose another time."
                        .formatted(
                                rights.name(samePerson ? other.person() : other.replaces()),
                                samePerson ? "stands in" : "is replaced by " + rights.name(other.person()),
                                shown(other.from(), zone),
                                shown(other.until(), zone),
                                other.id()));
            }
        }
    }

    private void refuseWithoutEffect(StandIn wanted, Rota rota) {
        if (wanted.person().equals(wanted.replaces())) {
            throw new Refused("Nobody can replace themselves.");
        }
        boolean away = table.absences(wanted.from()).stream()
                .anyMatch(absence -> absence.person().equals(wanted.person())
                        && absence.from().isBefore(wanted.until()));
        if (away) {
            throw new Refused("%s is absent in that time.".formatted(rights.name(wanted.person())));
        }
        Roster before = rosters.of(rota, wanted.from());
        List<OnCall.Duty> duties = before.between(wanted.from(), wanted.until());
        if (wanted.replaces() != null
                && duties.stream().noneMatch(duty -> duty.person().equals(wanted.replaces()))) {
            throw new Refused("%s is not on call on %s in that time, so nobody can come instead."
                    .formatted(rights.name(wanted.replaces()), rota.name()));
        }
        List<OnCall.Duty> own = duties.stream()
                .filter(duty -> duty.person().equals(wanted.person()))
                .toList();
        boolean twice = own.stream()
                .anyMatch(mine -> wanted.replaces() == null
                        || duties.stream()
                                .anyMatch(theirs -> theirs.person().equals(wanted.replaces())
                                        && theirs.from().isBefore(mine.until())
                                        && mine.from().isBefore(theirs.until())));
        if (twice) {
            throw new Refused("%s is on call on %s already in that time (from %s to %s)."
                    .formatted(
                            rights.name(wanted.person()),
                            rota.name(),
                            shown(own.get(0).from(), rota.zone()),
                            shown(own.get(0).until(), rota.zone())));
        }
    }

    private void checkPeriod(Instant from, Instant until) {
        if (Objects.isNull(from) || Objects.isNull(until)) {
            throw new Refused("Say from when to when.");
        }
        if (!from.isBefore(until)) {
            throw new Refused("The end must be later than the beginning.");
        }
        if (!until.isAfter(clock.instant())) {
            throw new Refused("That time is over.");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new Refused("That is longer than %d days.".formatted(LONGEST.toDays()));
        }
    }

    static String text(String text) {
        if (blank(text)) {
            return null;
        }
        if (text.strip().length() > REASON_LIMIT) {
            throw new Refused("The reason is longer than %d characters.".formatted(REASON_LIMIT));
        }
        return text.strip();
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** A moment as people of a zone read it. */
    static String shown(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm (VV)", Locale.ENGLISH)
                .format(instant.atZone(zone));
    }
}
