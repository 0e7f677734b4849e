package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices changes of hands while something is open, and keeps what is handed over. */
@Component
@Transactional
public class Handovers {

    private static final int NOTE_LIMIT = 4000;

    private final RotaTable rotas;
    private final Rosters rosters;
    private final HandoverTable table;
    private final ObjectProvider<OpenMatters> matters;
    private final RotaRights rights;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handovers(
            RotaTable rotas,
            Rosters rosters,
            HandoverTable table,
            ObjectProvider<OpenMatters> matters,
            RotaRights rights,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rotas = rotas;
        this.rosters = rosters;
        this.table = table;
        this.matters = matters;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Looks at every rota whether somebody else is on call than at the last look, for whatever reason, and opens a hand-over
     * for each person who came while something is open. Two looks at once open it once.
     */
    public List<Handover> look() {
        List<OpenMatters.Matter> open =
                matters.orderedStream().flatMap(each -> each.open().stream()).toList();
        List<Handover> opened = new ArrayList<>();
        for (Rota each : rotas.all()) {
            List<String> seen = rotas.lastSeen(each.id());
            if (!peopleNow(each).equals(seen)) {
                opened.addAll(changed(rotas.lock(each.id()), open));
            }
        }
        return opened;
    }

    private List<Handover> changed(Rota rota, List<OpenMatters.Matter> open) {
        List<String> before = rotas.lastSeen(rota.id());
        List<String> now = peopleNow(rota);
        rotas.seen(rota.id(), now);
        List<OpenMatters.Matter> concerned = open.stream()
                .filter(matter -> matter.rota() == null || matter.rota().equals(rota.id()))
                .toList();
        // At the first look it is not known who was on call before.
        if (before == null || concerned.isEmpty()) {
            return List.of();
        }
        List<String> outgoing =
                before.stream().filter(person -> !now.contains(person)).toList();
        List<Handover> opened = new ArrayList<>();
        for (String incoming : now) {
            if (!before.contains(incoming)) {
                String id = table.insert(rota.id(), incoming, outgoing, concerned, clock.instant());
                Handover handover = get(id);
                audit.record("oncall.handoverOpened", id, null, handover);
                events.publishEvent(new HandsChanged(handover));
                opened.add(handover);
            }
        }
        return opened;
    }

    /** What those who go leave behind; refuses an empty note. */
    public void note(String id, String note) {
        Handover handover = get(id);
        if (Changes.blank(note)) {
            throw new Refused("Write what the next one has to know, even if it is \"nothing new\".");
        }
        if (note.strip().length() > NOTE_LIMIT) {
            throw new Refused("The note is longer than %d characters.".formatted(NOTE_LIMIT));
        }
        String whole = handover.note() == null ? note.strip() : handover.note() + "\n\n" + note.strip();
        table.note(id, whole.substring(0, Math.min(NOTE_LIMIT, whole.length())), rights.actor());
        audit.record("oncall.handoverNoted", id, handover.note(), note.strip());
    }

    /** The current person takes over what is open. */
    public Handover take(String id) {
        table.take(id, rights.actor(), clock.instant());
        Handover taken = get(id);
        audit.record("oncall.shiftTakenOver", id, null, taken);
        events.publishEvent(new ShiftTakenOver(taken));
        return taken;
    }

    /** The hand-over; refuses when there is none. */
    @Transactional(readOnly = true)
    public Handover get(String id) {
        return table.find(id).orElseThrow(() -> new Refused("There is no hand-over \"%s\".".formatted(id)));
    }

    private List<String> peopleNow(Rota rota) {
        return rosters.of(rota, clock.instant()).at(clock.instant()).stream()
                .map(OnCall.Duty::person)
                .sorted()
                .toList();
    }
}
