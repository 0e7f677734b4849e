package io.watchdesk.oncall;

import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may change what about a rota: its owner and managers everything, everybody else what concerns only themselves. */
@Component
class RotaRights {

    private static final List<String> MANAGERS = List.of("managers", "camunda-admin");

    private final People people;

    RotaRights(People people) {
        this.people = people;
    }

    /** Whether the current person keeps this rota in order; work of the system may always. */
    boolean keeps(Rota rota) {
        return manages()
                || people.current()
                        .filter(person -> person.equals(rota.owner()))
                        .isPresent();
    }

    boolean manages() {
        Optional<String> person = people.current();
        return person.isEmpty() || people.groupsOf(person.get()).stream().anyMatch(MANAGERS::contains);
    }

    boolean isSelf(String person) {
        return people.current().filter(current -> current.equals(person)).isPresent();
    }

    void requireKeeper(Rota rota) {
        if (!keeps(rota)) {
            throw new Refused("Only the owner of %s%s and managers may do this."
                    .formatted(rota.name(), rota.owner() == null ? "" : ", " + people.displayName(rota.owner()) + ","));
        }
    }

    void requireManager() {
        if (!manages()) {
            throw new Refused("Only managers may do this.");
        }
    }

    /** Refuses people who could not work on the tasks of the rota's group. */
    void requireMember(Rota rota, String person) {
        if (person == null || person.isBlank()) {
            throw new Refused("Say who.");
        }
        if (people.find(person).isEmpty()) {
            throw new Refused("There is no person \"%s\".".formatted(person));
        }
        if (!member(rota.id(), person)) {
            throw new Refused(
                    "%s is not in the group %s, so its tasks would stay hidden. An administrator can add them."
                            .formatted(people.displayName(person), rota.id()));
        }
    }

    boolean member(String group, String person) {
        return people.groupsOf(person).contains(group);
    }

    String name(String person) {
        return people.displayName(person);
    }

    String actor() {
        return people.actor();
    }
}
