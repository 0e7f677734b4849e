package io.watchdesk.crisis;

import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may do what in a crisis. What no person does (timers, rating by table) is free here: the rules that follow from the
 * crisis itself stand where it is changed.
 */
@Component
public class CrisisRights {

    /** The group that commands. */
    public static final String COMMAND = "oncall-command";

    /** Everybody who works in a crisis. */
    private static final Set<String> LINE = Set.of(
            "oncall-tier-1",
            "oncall-tier-2",
            COMMAND,
            "oncall-executive",
            "cc-market",
            "cc-pr",
            "cc-tech",
            "cc-legal",
            "camunda-admin");

    /** Managers, and who signs off what is said in a crisis or publishes what it holds. */
    private static final Set<String> READERS = Set.of("managers", "publishers", "legal");

    private static final Set<String> MANAGERS_OF_THE_LINE =
            Set.of("oncall-tier-2", COMMAND, "oncall-executive", "camunda-admin");

    private final People people;
    private final CrisisRoles roles;

    CrisisRights(People people, CrisisRoles roles) {
        this.people = people;
        this.roles = roles;
    }

    /** Refuses people who have no part in crises. */
    public void mustBeOnTheLine() {
        people.current().ifPresent(person -> {
            if (none(person, LINE)) {
                throw new Refused("Only people of the crisis line do this.");
            }
        });
    }

    /** Refuses people who neither have a part in crises nor work with what crises hold. */
    public void maySee() {
        people.current().ifPresent(person -> {
            if (none(person, LINE) && none(person, READERS)) {
                throw new Refused("Only people of the crisis line and managers see this.");
            }
        });
    }

    /** Whether the current person is the commander or a deputy; while nobody commands, one of the command group. */
    public boolean mayCommand(String crisisId) {
        String person = people.current().orElse(null);
        if (person == null) {
            return false;
        }
        return roles.holder(crisisId, CrisisRoles.Role.COMMANDER)
                .map(commander -> commander.equals(person) || deputy(crisisId, person))
                .orElseGet(() -> people.groupsOf(person).contains(COMMAND));
    }

    /** Refuses everybody else than {@link #mayCommand} allows. */
    public void mustCommand(String crisisId, String what) {
        if (!mayCommand(crisisId)) {
            throw new Refused(roles.holder(crisisId, CrisisRoles.Role.COMMANDER)
                    .map(id -> "%s commands %s; only the commander or a deputy may %s."
                            .formatted(people.displayName(id), crisisId, what))
                    .orElse("Nobody commands %s yet; only people of crisis command may %s.".formatted(crisisId, what)));
        }
    }

    /** Refuses everybody but the holder, the commander and the managers of the line. */
    public void mustAnswerFor(Crisis crisis, String what) {
        String person = people.current().orElse(null);
        if (person == null || person.equals(crisis.holder()) || !none(person, MANAGERS_OF_THE_LINE)) {
            return;
        }
        throw new Refused("Only who has taken %s, PR managers and crisis command may %s.".formatted(crisis.id(), what));
    }

    private boolean deputy(String crisisId, String person) {
        return roles.holder(crisisId, CrisisRoles.Role.DEPUTY)
                .filter(person::equals)
                .isPresent();
    }

    private boolean none(String person, Set<String> groups) {
        List<String> mine = people.groupsOf(person);
        return mine.stream().noneMatch(groups::contains);
    }
}
