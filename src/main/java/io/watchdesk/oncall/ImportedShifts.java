package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shifts that come from a calendar, in the caller's transaction. */
@Component
@Transactional
public class ImportedShifts {

    private final RotaTable rotas;
    private final ChangeTable table;
    private final RotaRights rights;
    private final AuditLog audit;

    ImportedShifts(RotaTable rotas, ChangeTable table, RotaRights rights, AuditLog audit) {
        this.rotas = rotas;
        this.table = table;
        this.rights = rights;
        this.audit = audit;
    }

    /** Refuses everybody but the rota's owner and managers. */
    @Transactional(readOnly = true)
    public void requireKeeper(String rota) {
        rights.requireKeeper(rotas.require(rota));
    }

    /**
     * Puts shifts in, in place of all imported ones from the beginning of the first to the end of the last; so the same
     * calendar can be imported again.
     *
     * @throws Refused without shifts, and for everybody but the rota's owner and managers
     */
    public void replace(String rota, List<PlannedShift> shifts) {
        Rota locked = rotas.lock(rota);
        rights.requireKeeper(locked);
        if (shifts.isEmpty()) {
            throw new Refused("The calendar has no shifts.");
        }
        Instant from = shifts.stream()
                .map(PlannedShift::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant until = shifts.stream()
                .map(PlannedShift::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        table.plan(rota, from, until, shifts);
        audit.record(
                "oncall.calendarImported", rota, null, Map.of("from", from, "until", until, "shifts", shifts.size()));
    }
}
