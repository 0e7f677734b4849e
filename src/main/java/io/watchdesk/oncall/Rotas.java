package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rotas: at first those of the settings, then as their owners and managers keep them. */
@Component
@Transactional
public class Rotas {

    private final RotaTable table;
    private final RotaRules rules;
    private final RotaRights rights;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Rotas(RotaTable table, RotaRules rules, RotaRights rights, People people, AuditLog audit, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.rights = rights;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** All rotas, by id. */
    @Transactional(readOnly = true)
    public List<Rota> all() {
        return table.all();
    }

    /** The rota, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Rota> find(String id) {
        return table.find(id);
    }

    /** The rota; refuses with the list of known ones. */
    @Transactional(readOnly = true)
    public Rota get(String id) {
        return table.require(id);
    }

    /** The people who can be put on this rota: the members of its group. */
    @Transactional(readOnly = true)
    public List<People.Person> candidates(String id) {
        return people.inGroup(table.require(id).id());
    }

    /** Whether the current person may change the rota. */
    @Transactional(readOnly = true)
    public boolean mayChange(String id) {
        return rights.keeps(table.require(id));
    }

    /**
     * Makes a rota (managers) or changes one (its owner and managers).
     *
     * @param wanted with the revision that the person saw, 0 for a new one
     * @throws Refused with everything that is wrong, or when somebody changed it since
     */
    public Rota save(Rota wanted) {
        rules.check(wanted);
        Optional<Rota> before = table.find(wanted.id()).map(found -> table.lock(found.id()));
        if (before.isEmpty()) {
            rights.requireManager();
        } else {
            rights.requireKeeper(before.get());
            if (before.get().revision() != wanted.revision()) {
                throw new Refused("Somebody changed %s since you read it. Load it again.".formatted(wanted.name()));
            }
        }
        for (Layer layer : wanted.layers()) {
            layer.people().forEach(person -> rights.requireMember(wanted, person));
        }
        Rota after = new Rota(
                wanted.id(),
                wanted.name(),
                wanted.owner(),
                wanted.zone(),
                wanted.layers(),
                before.map(Rota::revision).orElse(0) + 1);
        if (before.isEmpty()) {
            table.insert(after, rights.actor(), clock.instant());
        } else {
            table.update(after, rights.actor(), clock.instant());
        }
        audit.record("oncall.rotaChanged", after.id(), before.orElse(null), after);
        return after;
    }

    /** Puts a rota of the settings in unless there is one with its id already. */
    void furnish(Rota rota) {
        if (table.find(rota.id()).isEmpty()) {
            table.insert(rota, People.SYSTEM, clock.instant());
            audit.record("oncall.rotaChanged", rota.id(), null, rota);
        }
    }
}
